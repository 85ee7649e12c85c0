package org.tallyroom.rehearsal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tallyroom.image.PageImage;

/**
 * A scanner and its faults; every page draws its own from these ranges.
 *
 * @param dpi resolutions it is set to
 * @param quarterTurns how sheets are laid in: 0 upright, 1 turned right, 2 upside down, 3 turned left
 * @param skew degrees, clockwise
 * @param scale size of the picture to the paper's, ratio
 * @param blurMm radius of the lens's blur, mm
 * @param noise standard deviation of the sensor's noise, gray levels of 255
 * @param paper gray of white paper, 0..255
 * @param ink gray of solid black, 0..255
 * @param shadow how much an edge of the page darkens, ratio of the paper's gray
 * @param specks bits of dirt on a page
 * @param jpegQuality 1..100
 * @param bilevelShare share of the pages that are kept black and white, ratio 0..1
 */
public record Scanner(
        List<Integer> dpi,
        List<Integer> quarterTurns,
        Range skew,
        Range scale,
        Range blurMm,
        Range noise,
        Range paper,
        Range ink,
        Range shadow,
        Range specks,
        Range jpegQuality,
        double bilevelShare) {

    static final double MM_PER_INCH = 25.4;

    /** A new feeder scanner at 300 dpi, sheets laid in by a careful person. */
    public static final Scanner CLEAN = new Scanner(
            List.of(300),
            List.of(0),
            new Range(-1, 1),
            new Range(0.995, 1.005),
            new Range(0, 0.04),
            new Range(0.5, 2),
            new Range(245, 255),
            new Range(0, 25),
            Range.only(0),
            Range.only(0),
            new Range(80, 95),
            0);

    /** The copier in the corridor: any side up, a little askew, a smudge on the glass. */
    public static final Scanner OFFICE = new Scanner(
            List.of(200, 300, 300),
            List.of(0, 0, 0, 1, 2, 2, 3),
            new Range(-3, 3),
            new Range(0.97, 1.01),
            new Range(0.02, 0.09),
            new Range(1.5, 5),
            new Range(228, 250),
            new Range(10, 50),
            new Range(0, 0.18),
            new Range(0, 14),
            new Range(60, 90),
            0);

    public Scanner {
        dpi = List.copyOf(dpi);
        quarterTurns = List.copyOf(quarterTurns);
    }

    public Scanner at(int onlyDpi) {
        return new Scanner(
                List.of(onlyDpi), quarterTurns, skew, scale, blurMm, noise, paper, ink, shadow, specks, jpegQuality,
                bilevelShare);
    }

    public Scanner turned(int quarters) {
        return new Scanner(
                dpi, List.of(quarters), skew, scale, blurMm, noise, paper, ink, shadow, specks, jpegQuality,
                bilevelShare);
    }

    /** The same scanner set to black and white. */
    public Scanner bilevel() {
        return new Scanner(
                dpi, quarterTurns, skew, scale, blurMm, noise, paper, ink, shadow, specks, jpegQuality, 1);
    }

    /**
     * Scans a page.
     *
     * @param widthMm width of the paper the page is printed on, mm
     */
    public Scan scan(PageImage page, double widthMm, Seed seed) {
        RandomGenerator random = seed.child("scanner").random();
        int resolution = dpi.get(random.nextInt(dpi.size()));
        double zoom = resolution / MM_PER_INCH * widthMm / page.width();
        Pose pose = new Pose(
                quarterTurns.get(random.nextInt(quarterTurns.size())),
                Math.toRadians(skew.draw(random)),
                zoom * scale.draw(random));
        return finish(Exposure.of(page, pose, zoom), resolution, random);
    }

    /** What lens, glass, lamp and sensor do to a picture that lies on the bed. */
    Scan finish(Exposure exposure, int resolution, RandomGenerator random) {
        exposure.blur(blurMm.draw(random) * resolution / MM_PER_INCH);
        exposure.dirt((int) Math.round(specks.draw(random)), resolution / MM_PER_INCH, random);
        exposure.light(paper.draw(random), ink.draw(random), shadow.draw(random));
        exposure.noise(noise.draw(random), random);
        int quality = (int) Math.round(jpegQuality.draw(random));
        boolean bilevel = random.nextDouble() < bilevelShare;
        return new Scan(bilevel ? exposure.blackAndWhite() : exposure.gray(), resolution, quality);
    }

    /**
     * How a sheet lies under the lens.
     *
     * @param turn quarter turns clockwise
     * @param skew radians, clockwise
     * @param zoom pixels of the scan per pixel of the page
     */
    record Pose(int turn, double skew, double zoom) {}
}
