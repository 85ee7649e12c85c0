package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.Recognition.Reason;
import org.tallyroom.recognise.Recognition.Unreadable;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.vision.Ink;
import org.tallyroom.vision.Overview;
import org.tallyroom.vision.SolidSquare;

/**
 * Recognises scanned pages of one meeting: finds the page in the picture, reads its code, measures its rows. Holds no
 * state between pages: any number of threads may share one.
 */
public final class Recogniser {

    /** Less ink than this is an empty page, ratio of the picture: 12 mm² of A4, four handwritten digits. */
    private static final double EMPTY = 2e-4;

    /**
     * Share of a layout's rules that must be seen where they are printed, ratio 0..1. Evidence: an estimate; the tests'
     * scans pass it and their wrong fits do not, the two distributions are not measured.
     */
    private static final double RULES_SEEN = 0.5;

    /** Marks that locate a page without its rules; eight are the page's own, four the table's. */
    private static final int PLENTY_OF_MARKS = 9;

    /** What a believable fit leaves over of marks and rules, mm: clean scans 0.04, see {@link LayoutFit}. */
    private static final double WORST_MM = 0.4;

    /** For OCR: 16 pt capitals are 48 pixels high. */
    private static final int SHORT_CODE_DPI = 300;

    private static final double AROUND_SHORT_CODE_MM = 1;

    private final Printed printed;

    public Recogniser(Printed printed) {
        this.printed = printed;
    }

    /** Finds the page in the picture, reads its code and measures its rows. */
    public Recognition recognise(PageImage scan) {
        return recognise(scan, Optional.empty());
    }

    /**
     * The same for a page whose printed short code a person or OCR has read and the issued codes have confirmed. A QR
     * copy that can be read after all and says something else makes it a conflict.
     */
    public Recognition recognise(PageImage scan, SheetCode confirmed) {
        return recognise(scan, Optional.of(confirmed));
    }

    private Recognition recognise(PageImage scan, Optional<SheetCode> confirmed) {
        Scene scene = Scene.of(scan);
        Placement.Search search = Placement.in(scene, printed.seal());
        return search.believed()
                .map(placement -> flaw(scene, placement)
                        .<Recognition>map(Unreadable::new)
                        .orElseGet(() -> identified(scene, placement, confirmed)))
                .orElseGet(() -> new Unreadable(whyNot(scene, search.unproven())));
    }

    private static Reason whyNot(Scene scene, Optional<Placement> unproven) {
        if (unproven.isPresent()) {
            return unproven.flatMap(placement -> lying(scene.image(), placement)).orElse(Reason.NO_REGISTRATION);
        }
        return Ink.ratio(scene.overview()) < EMPTY ? Reason.EMPTY_PAGE : Reason.NOT_A_FORM;
    }

    /** Of two sheets the upper one hides parts of the lower: that it is not whole is told by the overlap. */
    private Optional<Reason> flaw(Scene scene, Placement placement) {
        return placement.isOverlapped(scene, printed.seal())
                ? Optional.of(Reason.OVERLAP)
                : lying(scene.image(), placement);
    }

    private static Optional<Reason> lying(PageImage scan, Placement placement) {
        if (placement.isTurned(scan)) {
            return Optional.of(Reason.TURNED);
        }
        return placement.isWhole() ? Optional.empty() : Optional.of(Reason.TRUNCATED);
    }

    private Recognition identified(Scene scene, Placement placement, Optional<SheetCode> confirmed) {
        return placement.code().match(
                code -> confirmed.filter(other -> !other.equals(code)).isPresent()
                        ? new Unreadable(Reason.CODE_CONFLICT)
                        : laidOut(scene, placement, code),
                Recognition.Foreign::new,
                () -> new Unreadable(Reason.CODE_CONFLICT),
                likeness -> confirmed
                        .map(code -> laidOut(scene, placement, code))
                        .orElseGet(() -> new Recognition.CodeUnreadable(shortCodes(scene, placement))));
    }

    private static List<PageImage> shortCodes(Scene scene, Placement placement) {
        return PageFrame.shortCodes().stream()
                .map(place -> place.area().grow(AROUND_SHORT_CODE_MM))
                .map(area -> Upright.cut(scene.image(), placement.fit().pose(), area, SHORT_CODE_DPI))
                .toList();
    }

    /** A genuine code without a layout names a page that this form does not have. */
    private Recognition laidOut(Scene scene, Placement placement, SheetCode code) {
        return printed.layout(code)
                .map(layout -> LayoutFit.of(scene.image(), placement.fit(), layout)
                        .filter(fit -> isBelievable(fit, placement))
                        .map(fit -> alone(scene, placement, fit.pose(), layout)
                                ? measured(scene, fit, layout, code)
                                : new Unreadable(Reason.OVERLAP))
                        .orElseGet(() -> new Unreadable(Reason.NO_REGISTRATION)))
                .orElseGet(() -> new Unreadable(Reason.NO_CODE));
    }

    /** Of a sheet that lies beneath, a strip with marks or with a code may peep out. */
    private boolean alone(Scene scene, Placement placement, Pose pose, PageLayout layout) {
        List<SolidSquare> strays = SecondSheet.strays(scene, pose, layout);
        return strays.isEmpty()
                || !SecondSheet.peepsOut(scene, pose, strays)
                        && !placement.hasOtherCodes(scene.image(), printed.seal());
    }

    /** A copy of a copy has lost its thin rules: its many marks then do, on a page whose code says which it is. */
    private static boolean isBelievable(LayoutFit fit, Placement placement) {
        boolean located = fit.rules() >= RULES_SEEN || fit.marks().size() >= PLENTY_OF_MARKS && placement.isCertain();
        return located && fit.residualMm() <= WORST_MM;
    }

    private static Recognition measured(Scene scene, LayoutFit fit, PageLayout layout, SheetCode code) {
        Registration registration = new Registration(fit.pose(), fit.marks().size(), fit.residualMm());
        Levels levels = Levels.of(scene.image(), fit, layout);
        List<Streak> streaks = Streak.across(scene, fit.pose());
        List<RectMm> hidden = new ArrayList<>(fit.lost());
        layout.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(PageLayout.Cell::cell)
                .filter(cell -> streaks.stream().anyMatch(streak -> streak.hides(cell)))
                .forEach(hidden::add);
        RegisteredPage page = new RegisteredPage(
                Streak.erased(scene.image(), streaks, fit.pose()),
                layout,
                registration,
                streaks,
                hidden,
                fit.rules() < RULES_SEEN,
                levels.paper(),
                levels.ink());
        return new Recognition.Read(code, new PageReading(registration, streaks.size(), RowMeasurer.measure(page)));
    }
}
