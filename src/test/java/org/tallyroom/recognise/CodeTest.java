package org.tallyroom.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.ocr.ShortCodeOcr;
import org.tallyroom.recognise.Recognition.Origin;
import org.tallyroom.recognise.Recognition.Reason;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.QrModules;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.support.PrintedForms;
import org.tallyroom.support.SampleMeeting;
import org.tallyroom.support.Scans;

/** Whose sheet it is: read through pens and tears, and never from a code that is not certain. */
class CodeTest {

    private static final Recogniser RECOGNISER = PrintedForms.recogniser();
    private static final PageImage PAGE = PrintedForms.page(0, 300);

    @Test
    void bothCopiesSayWhoseSheetItIs() {
        assertThat(code(RECOGNISER.recognise(PAGE))).isEqualTo(PrintedForms.code(0));
    }

    @Test
    void oneCopyGoneDoesNotMatter() {
        for (RectMm copy : PageFrame.codes()) {
            assertThat(code(RECOGNISER.recognise(Scans.drawnOver(PAGE, black(copy))))).isEqualTo(PrintedForms.code(0));
        }
    }

    @Test
    void aPenAcrossTheFindersOfBothCopiesDoesNotMatter() {
        Consumer<Graphics2D> pens = g -> {
            g.setStroke(new BasicStroke(1.4f));
            for (RectMm copy : PageFrame.codes()) {
                g.draw(new Line2D.Double(copy.x() - 5, copy.y() + 1, copy.right() + 5, copy.y() + 4));
                g.draw(new Line2D.Double(copy.x() + 2, copy.y() - 5, copy.x() + 4, copy.bottom() + 5));
            }
        };
        assertThat(code(RECOGNISER.recognise(Scans.turned(Scans.drawnOver(PAGE, pens), 2, 1))))
                .isEqualTo(PrintedForms.code(0));
    }

    @Test
    void halfOfEachCopyMakesOneWholeCode() {
        RectMm head = PageFrame.codes().get(0);
        RectMm foot = PageFrame.codes().get(1);
        PageImage torn = Scans.drawnOver(PAGE, g -> {
            black(new RectMm(head.x(), head.y(), head.width(), 9)).accept(g);
            black(new RectMm(foot.x(), foot.bottom() - 9, foot.width(), 9)).accept(g);
        });
        assertThat(code(RECOGNISER.recognise(torn))).isEqualTo(PrintedForms.code(0));
    }

    @Test
    void withBothCopiesGoneTheShortCodeIsProposedAndAConfirmedOneIsRead() {
        PageImage torn = Scans.turned(withoutCodes(PAGE), -2.5, 0.97);
        List<PageImage> crops = shortCodes(RECOGNISER.recognise(torn));
        assertThat(crops).hasSize(2);
        try (ShortCodeOcr ocr = new ShortCodeOcr()) {
            for (PageImage crop : crops) {
                assertThat(ocr.propose(crop)).contains(PrintedForms.shortCode(0).value());
            }
        }
        assertThat(code(RECOGNISER.recognise(torn, PrintedForms.code(0)))).isEqualTo(PrintedForms.code(0));
    }

    @Test
    void ofTwentyFiveTornSheetsNearlyAllShortCodesAreReadAndNoneWrongly() {
        int right = 0;
        try (ShortCodeOcr ocr = new ShortCodeOcr()) {
            List<PageImage> pages = PrintedForms.pages(25, 200);
            for (int number = 0; number < pages.size(); number++) {
                PageImage torn = withoutCodes(pages.get(number));
                ShortCode printed = PrintedForms.shortCode(number);
                List<ShortCode> read = shortCodes(RECOGNISER.recognise(torn)).stream()
                        .flatMap(crop -> ocr.propose(crop).stream())
                        .flatMap(text -> ShortCode.parse(text).stream())
                        .distinct()
                        .toList();
                assertThat(read).as("sheet %d", number).allMatch(printed::equals);
                right += read.size();
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(24);
    }

    @Test
    void aConfirmedCodeThatThePrintContradictsIsAConflict() {
        assertThat(reason(RECOGNISER.recognise(PAGE, PrintedForms.code(1)))).isEqualTo(Reason.CODE_CONFLICT);
    }

    @Test
    void twoCopiesThatDisagreeAreAConflict() {
        PageImage glued = Scans.drawnOver(PAGE, g -> print(g, PageFrame.codes().get(1), PrintedForms.code(7)));
        assertThat(reason(RECOGNISER.recognise(glued))).isEqualTo(Reason.CODE_CONFLICT);
    }

    @Test
    void otherMeetingsAndForgersAreTold() {
        String id = PrintedForms.SAMPLE.meeting().id();
        CodeSeal forger = new CodeSeal("a secret that someone guessed...".getBytes(), id, PrintedForms.SAMPLE.hash());
        CodeSeal other = new CodeSeal(SampleMeeting.KEY, "last-year", PrintedForms.SAMPLE.hash());
        assertThat(origin(RECOGNISER.recognise(PrintedForms.sealedBy(forger, 200)))).isEqualTo(Origin.FORGED);
        assertThat(origin(RECOGNISER.recognise(PrintedForms.sealedBy(other, 200)))).isEqualTo(Origin.OTHER_MEETING);
    }

    @Test
    void noScribbleEverTurnsACodeIntoAnother() {
        long seed = 20261122;
        Random random = new Random(seed);
        PageImage page = PrintedForms.page(0, 150);
        for (int i = 0; i < 25; i++) {
            PageImage hurt = Scans.drawnOver(page, g -> scribble(g, random));
            Recognition recognition = RECOGNISER.recognise(hurt);
            recognition.match(
                    read -> assertThat(read.code()).as("seed %d, page %s", seed, hurt).isEqualTo(PrintedForms.code(0)),
                    reason -> assertThat(reason).isIn((Object[]) Reason.values()),
                    origin -> {
                        throw new AssertionError("seed " + seed + ": " + origin);
                    },
                    unread -> assertThat(unread.shortCodes()).hasSize(2));
        }
    }

    private static void scribble(Graphics2D g, Random random) {
        g.setStroke(new BasicStroke((float) (0.5 + 2 * random.nextDouble()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (RectMm copy : PageFrame.codes()) {
            for (int line = 0; line < 12; line++) {
                g.draw(new Line2D.Double(
                        copy.x() + random.nextDouble() * copy.width(),
                        copy.y() + random.nextDouble() * copy.height(),
                        copy.x() + random.nextDouble() * copy.width(),
                        copy.y() + random.nextDouble() * copy.height()));
            }
        }
    }

    private static PageImage withoutCodes(PageImage page) {
        return Scans.drawnOver(page, g -> PageFrame.codes().forEach(copy -> black(copy).accept(g)));
    }

    private static Consumer<Graphics2D> black(RectMm area) {
        return g -> g.fill(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()));
    }

    private static void print(Graphics2D g, RectMm place, SheetCode code) {
        g.setColor(java.awt.Color.WHITE);
        black(place).accept(g);
        g.setColor(java.awt.Color.BLACK);
        QrModules modules = QrModules.of(PrintedForms.SAMPLE.seal().seal(code));
        double module = place.width() / QrModules.SIDE;
        for (int y = 0; y < QrModules.SIDE; y++) {
            for (int x = 0; x < QrModules.SIDE; x++) {
                if (modules.dark(x, y)) {
                    black(new RectMm(place.x() + x * module, place.y() + y * module, module, module)).accept(g);
                }
            }
        }
    }

    private static List<PageImage> shortCodes(Recognition recognition) {
        return recognition.match(
                read -> fail("read"),
                reason -> fail("unreadable: " + reason),
                origin -> fail("foreign: " + origin),
                Recognition.CodeUnreadable::shortCodes);
    }

    private static SheetCode code(Recognition recognition) {
        return recognition.match(
                Recognition.Read::code,
                reason -> fail("unreadable: " + reason),
                origin -> fail("foreign: " + origin),
                unread -> fail("code unreadable"));
    }

    private static Reason reason(Recognition recognition) {
        return recognition.match(
                read -> fail("read"), reason -> reason, origin -> fail("foreign: " + origin), unread -> fail("unread"));
    }

    private static Origin origin(Recognition recognition) {
        return recognition.match(
                read -> fail("read"), reason -> fail("unreadable: " + reason), origin -> origin, unread -> fail("unread"));
    }

    private static <T> T fail(String what) {
        throw new AssertionError(what);
    }
}
