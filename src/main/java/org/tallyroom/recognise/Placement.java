package org.tallyroom.recognise;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.sheetcode.CodeOpening;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.QrReader;
import org.tallyroom.vision.Overview;
import org.tallyroom.vision.SolidSquare;

/**
 * Where a page lies in a picture, believed because independent print confirms the marks: a code that opens, the fixed
 * pattern of a code, or more marks than chance can line up.
 */
record Placement(PageFit fit, CodeFinding code) {

    /**
     * Share of a code's fixed modules that must look right, ratio 0..1. Evidence: an estimate, chosen between chance (a
     * half) and a code half under a pen; the foreign papers of the tests stay below it, their distribution is not measured.
     */
    private static final double LIKE_A_CODE = 0.82;

    /** Marks that chance does not line up: four free squares always fit a projective map, each more must fit it too. */
    private static final int BEYOND_CHANCE = 6;

    private static final double BEYOND_CHANCE_MM = 0.6;

    /** Marks that hint at one of our pages without proving it. */
    private static final int UNPROVEN = 4;

    /** A head or foot third of A4, mm. */
    private static final double THIRD_MM = PageFrame.HEIGHT_MM / 3;

    /** A page turned further than this from an axis is read only when all of it is in the picture, degrees. */
    private static final double STEEPEST = 16;

    /** Scale of one sheet over that of another in the same picture, less 1. */
    private static final double SAME_SCALE = 0.08;

    /** A4 at 135 dpi: a module of a code has four pixels. */
    private static final int CODES_LONG_SIDE = 1580;

    /** With fewer of its eight marks seen something may lie on the page; a pen may have met one. */
    private static final int MOST_MARKS = 7;

    /** Squares this near to a mark of the page belong to it, mm. */
    private static final double OWN_MM = 5;

    /**
     * What looking for a page gives.
     *
     * @param believed the best guess that independent print confirms
     * @param unproven otherwise the guess with the most marks, at least four
     */
    record Search(Optional<Placement> believed, Optional<Placement> unproven) {

        private Search or(Supplier<Search> further) {
            if (believed.isPresent()) {
                return this;
            }
            Search next = further.get();
            return new Search(next.believed, unproven.isPresent() ? unproven : next.unproven);
        }
    }

    /** The guesses are tried best first; when none will do, among faded squares and with a finer overview. */
    static Search in(Scene scene, CodeSeal seal) {
        Search search = among(scene, seal).or(() -> among(scene.faded(), seal));
        return scene.overview().factor() == 1 ? search : search.or(() -> among(scene.finer(), seal));
    }

    private static Search among(Scene scene, CodeSeal seal) {
        Optional<Placement> unproven = Optional.empty();
        for (Constellation.Guess guess : Constellation.guesses(PageFrame.marks(), scene.squares())) {
            Optional<Placement> placement = PageFit.onMarks(scene.image(), guess.homography(), PageFrame.marks())
                    .map(fit -> new Placement(fit, CodeFinding.in(scene.image(), fit.pose(), seal)));
            if (placement.filter(Placement::isBelievable).isPresent()) {
                return new Search(placement, Optional.empty());
            }
            unproven = unproven.or(() -> placement.filter(p -> p.fit.marks().size() >= UNPROVEN));
        }
        return new Search(Optional.empty(), unproven);
    }

    private boolean isBelievable() {
        return code.match(code -> true, origin -> true, () -> true, likeness -> likeness >= LIKE_A_CODE
                || (fit.marks().size() >= BEYOND_CHANCE && fit.residualMm() <= BEYOND_CHANCE_MM));
    }

    /** Whether the page's own code says what it is. */
    boolean isCertain() {
        return code.match(code -> true, origin -> false, () -> false, likeness -> false);
    }

    /** Marks in the head and in the foot third: half a file decodes without complaint, and has no foot. */
    boolean isWhole() {
        return fit.marksAbove(THIRD_MM) > 0 && fit.marks().size() > fit.marksAbove(2 * THIRD_MM);
    }

    /** Turned so far that a scanner's frame must have cut corners off, and it has. */
    boolean isTurned(PageImage image) {
        PointPx left = fit.pose().toPixels(new PointMm(0, PageFrame.HEIGHT_MM / 2));
        PointPx right = fit.pose().toPixels(new PointMm(PageFrame.WIDTH_MM, PageFrame.HEIGHT_MM / 2));
        double angle = Math.toDegrees(Math.atan2(right.y() - left.y(), right.x() - left.x()));
        double fromAxis = Math.abs(angle - 90 * Math.rint(angle / 90));
        return fromAxis > STEEPEST && !PageFrame.corners().stream()
                .map(fit.pose()::toPixels)
                .allMatch(corner -> image.contains((int) Math.floor(corner.x()), (int) Math.floor(corner.y())));
    }

    /** A second page in the same picture: its marks, or its codes, stand where this page has none. */
    boolean isOverlapped(Scene scene, CodeSeal seal) {
        return hasOtherMarks(scene, seal)
                || fit.marks().size() < MOST_MARKS && hasOtherCodes(scene.image(), seal);
    }

    private boolean hasOtherMarks(Scene scene, CodeSeal seal) {
        List<SolidSquare> others = scene.squares().stream().filter(square -> !owns(square)).toList();
        return Constellation.guesses(PageFrame.marks(), others).stream()
                .filter(guess -> isAsLarge(guess.homography()))
                .flatMap(guess -> PageFit.onMarks(scene.image(), guess.homography(), PageFrame.marks()).stream())
                .filter(other -> other.marks().stream().noneMatch(mark -> isOwn(mark.seen())))
                .map(other -> new Placement(other, CodeFinding.in(scene.image(), other.pose(), seal)))
                .anyMatch(Placement::isBelievable);
    }

    /** Of a sheet that shows too few marks to be found: a code that opens, beside the two places of this page. */
    boolean hasOtherCodes(PageImage image, CodeSeal seal) {
        Overview fine = Overview.of(image, CODES_LONG_SIDE);
        return QrReader.findAll(fine.gray()).stream()
                .filter(code -> !(seal.open(code.text()) instanceof CodeOpening.NotOurs))
                .map(code -> fit.pose().toPaper(fine.inPage(code.place().x(), code.place().y())))
                .anyMatch(at -> PageFrame.codes().stream().noneMatch(place -> place.contains(at)));
    }

    /** Two sheets in one picture lie at one scale; squares that people have filled fit the marks at any other. */
    private boolean isAsLarge(Homography other) {
        PointMm middle = new PointMm(PageFrame.WIDTH_MM / 2, PageFrame.HEIGHT_MM / 2);
        double ratio = other.pixelsPerMm(middle) / fit.pose().pixelsPerMm(middle);
        return Math.abs(ratio - 1) < SAME_SCALE;
    }

    private boolean owns(SolidSquare square) {
        return isOwn(square.centre());
    }

    private boolean isOwn(PointPx place) {
        PointMm onPaper = fit.pose().toPaper(place);
        return PageFrame.marks().stream().anyMatch(mark -> mark.square().centre().distance(onPaper) < OWN_MM);
    }
}
