package org.tallyroom.rehearsal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.image.PageImage;

/** The four ways from paper to picture that reading is measured on. */
public enum Damage {
    /** The copier in the corridor, gray, kept as JPEG. */
    OFFICE(Scanner.OFFICE, Wear.NONE),
    /** Black and white at 200 dpi, with ragged edges and specks. */
    FAX(
            new Scanner(
                    List.of(200),
                    List.of(0, 0, 0, 2),
                    new Range(-2, 2),
                    new Range(0.97, 1.01),
                    new Range(0.03, 0.10),
                    new Range(4, 12),
                    new Range(225, 250),
                    new Range(15, 60),
                    Range.only(0),
                    new Range(5, 60),
                    Range.only(90),
                    1),
            Wear.NONE),
    /** A telephone's picture of the sheet on a dark table, in the light of the room. */
    PHOTO(
            new Scanner(
                    List.of(200, 300),
                    List.of(0),
                    Range.only(0),
                    Range.only(1),
                    new Range(0.03, 0.12),
                    new Range(2, 6),
                    new Range(185, 245),
                    new Range(20, 70),
                    new Range(0, 0.3),
                    Range.only(0),
                    new Range(60, 90),
                    0),
            Wear.NONE),
    /** A creased copy of a copy, dirty, through an old feeder, kept in as few bytes as possible. */
    HARSH(
            new Scanner(
                    List.of(200, 300),
                    List.of(0, 0, 0, 1, 2, 3),
                    new Range(-4, 4),
                    new Range(0.95, 1.02),
                    new Range(0.04, 0.12),
                    new Range(4, 9),
                    new Range(205, 245),
                    new Range(25, 80),
                    new Range(0, 0.3),
                    new Range(10, 60),
                    new Range(22, 35),
                    0),
            Wear.HARSH);

    private final Scanner scanner;
    private final Wear wear;

    Damage(Scanner scanner, Wear wear) {
        this.scanner = scanner;
        this.wear = wear;
    }

    public List<Integer> resolutions() {
        return scanner.dpi().stream().distinct().toList();
    }

    /**
     * The picture of a page.
     *
     * @param page upright, as wide as the paper, best at the resolution it will be scanned at
     * @param dpi one of {@link #resolutions()}; for a photo that of a sheet which fills the picture
     * @param widthMm width of the paper, mm
     */
    public Scan scan(PageImage page, int dpi, double widthMm, Seed seed) {
        return this == PHOTO ? photo(page, dpi, widthMm, seed) : scanned(page, dpi, widthMm, seed);
    }

    private Scan scanned(PageImage page, int dpi, double widthMm, Seed seed) {
        Scan scan = scanner.at(dpi).scan(wear.worn(page, widthMm, seed), widthMm, seed);
        RandomGenerator random = seed.child("streaks").random();
        int streaks = wear.streaks(random);
        if (streaks == 0) {
            return scan;
        }
        Exposure exposure = Exposure.over(scan.image());
        for (int i = 0; i < streaks; i++) {
            exposure.streak(dpi / Scanner.MM_PER_INCH, random);
        }
        return new Scan(exposure.gray(), dpi, scan.jpegQuality());
    }

    private Scan photo(PageImage page, int dpi, double widthMm, Seed seed) {
        int width = (int) Math.round(dpi / Scanner.MM_PER_INCH * widthMm);
        int height = (int) Math.round((double) width * page.height() / page.width());
        PointMm paper = new PointMm(widthMm, widthMm * page.height() / page.width());
        RandomGenerator random = seed.child("camera").random();
        Homography view = Camera.PHONE.view(paper, width, height, random);
        Perspective sight = new Perspective(page, widthMm, Camera.PHONE.table().draw(random));
        Exposure exposure = Exposure.over(width, height, sight.seen(view, width, height));
        exposure.fallOff(Camera.PHONE.fallOff().draw(random), random.nextBoolean(), random.nextBoolean());
        return scanner.finish(exposure, dpi, random);
    }
}
