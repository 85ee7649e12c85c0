package org.tallyroom.recognise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.vision.Sampler;

/**
 * The gray of the bare paper and of solid print on one page.
 *
 * @param paper 0..255, of the answer rows, where most of the area is bare
 * @param ink 0..255, inside the registration marks
 */
record Levels(double paper, double ink) {

    /** Bare paper is at least two fifths of the rows; the brightest tenth may be glare. */
    private static final double PAPER_RANK = 0.75;

    private static final double INK_RANK = 0.5;

    private static final double EVERY_MM = 1.3;

    static Levels of(PageImage image, LayoutFit fit, PageLayout layout) {
        RectMm rows = layout.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(PageLayout.Cell::cell)
                .reduce(RectMm::union)
                .orElse(new RectMm(0, 0, layout.widthMm(), layout.heightMm()));
        double paper = ranked(samples(image, fit.pose(), rows), PAPER_RANK);
        double ink = ranked(inside(image, fit), INK_RANK);
        return new Levels(paper, Math.min(ink, paper));
    }

    private static DoubleStream samples(PageImage image, Pose pose, RectMm area) {
        int across = Math.max(1, (int) (area.width() / EVERY_MM));
        int down = Math.max(1, (int) (area.height() / EVERY_MM));
        double[] levels = new double[across * down];
        for (int i = 0; i < levels.length; i++) {
            PointMm place = new PointMm(
                    area.x() + (i % across + 0.5) * area.width() / across,
                    area.y() + (i / across + 0.5) * area.height() / down);
            levels[i] = Sampler.level(image, pose.toPixels(place));
        }
        return Arrays.stream(levels);
    }

    private static DoubleStream inside(PageImage image, LayoutFit fit) {
        List<PointMm> centres = fit.marks().stream().map(SeenMark::printed).toList();
        return centres.stream()
                .flatMapToDouble(c -> samples(image, fit.pose(), new RectMm(c.x() - 1.2, c.y() - 1.2, 2.4, 2.4)));
    }

    private static double ranked(DoubleStream levels, double rank) {
        double[] known = levels.filter(level -> !Double.isNaN(level)).sorted().toArray();
        return known.length == 0 ? 0 : known[(int) (rank * (known.length - 1))];
    }
}
