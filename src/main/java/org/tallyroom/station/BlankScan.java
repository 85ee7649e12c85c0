package org.tallyroom.station;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.pdf.Painting;
import org.tallyroom.pdf.Painting.Ink;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.vision.Overview;
import org.tallyroom.vision.Specks;
import org.tallyroom.vision.Streaks;

/**
 * A scan of a sheet without print: all that is dark on it is dirt. The sheet is taken for A4 that fills the picture.
 *
 * @param specks in pixels of the picture, the largest first
 */
record BlankScan(PageImage image, List<Specks.Speck> specks, List<Streaks.Streak> streaks) {

    /** About 200 dpi: the smallest dirt that could be a pen's rest has 6 pixels. */
    private static final int FINENESS = 2340;

    /** More than this is no dirt but print or writing, on a sheet that is not blank. */
    private static final int MOST_SPECKS = 400;

    static BlankScan of(PageImage image) {
        return new BlankScan(
                image,
                Specks.in(Overview.of(image, FINENESS)),
                streaks(image));
    }

    /** Lines from edge to edge of a picture that the sheet fills, whatever is on it. */
    static List<Streaks.Streak> streaks(PageImage image) {
        List<PointPx> corners = List.of(
                new PointPx(0, 0),
                new PointPx(image.width(), 0),
                new PointPx(image.width(), image.height()),
                new PointPx(0, image.height()));
        return Streaks.in(image, Overview.of(image, Overview.LONG_SIDE), corners);
    }

    /** Whether it can be a blank sheet with dirt on it. */
    boolean isBlank() {
        return specks.size() <= MOST_SPECKS;
    }

    /** Extent of the largest speck, mm; 0 when there is none. */
    double largestMm() {
        return specks.stream().mapToDouble(Specks.Speck::extent).max().orElse(0) / perMm();
    }

    /** Dots of the picture per millimetre. */
    private double perMm() {
        return Math.max(image.width(), image.height()) / PageFrame.HEIGHT_MM;
    }

    /** The scan with a ring round every speck and the streaks framed, as a PNG file. */
    byte[] picture(PrintFont font) {
        Overview small = Overview.of(image, Overview.LONG_SIDE);
        double perMm = perMm() / small.factor();
        Painting painting = new Painting(font, image.width() / perMm(), image.height() / perMm(), perMm);
        painting.page(small.gray());
        specks.forEach(speck -> painting.ring(place(speck), speck.extent() / perMm() / 2 + 2, Ink.RED));
        streaks.forEach(streak -> painting.line(
                new PointMm(streak.from().x() / perMm(), streak.from().y() / perMm()),
                new PointMm(streak.to().x() / perMm(), streak.to().y() / perMm()),
                Ink.ORANGE));
        return painting.png();
    }

    private PointMm place(Specks.Speck speck) {
        return new PointMm(speck.centre().x() / perMm(), speck.centre().y() / perMm());
    }
}
