package org.tallyroom.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.recognise.CellReading;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.recognise.RowReading;
import org.tallyroom.recognise.StrokeReading;
import org.tallyroom.vision.Sampler;

/**
 * What one scanned calibration sheet shows.
 *
 * @param paper gray level of bare paper, 0..255
 * @param ink gray level of solid print, 0..255
 * @param noiseMm extent of the largest ink in boxes that must be empty, mm; 0 when there is none
 * @param noiseContrast darkness of the darkest such ink, ratio 0 (paper) … 1 (solid print)
 * @param noiseAlongMm2 the most ink along the print of such a box, mm²
 * @param smallestMm extent of the smallest mark, mm; 0 when a mark was not seen
 * @param weakest darkness of the faintest mark, ratio, likewise
 */
public record SheetMeasures(
        double paper,
        double ink,
        double noiseMm,
        double noiseContrast,
        double noiseAlongMm2,
        double smallestMm,
        double weakest,
        List<RowReading> rows) {

    private static final String BLANK = "blank";

    public SheetMeasures {
        rows = List.copyOf(rows);
    }

    public static SheetMeasures of(PageImage image, PageLayout layout, PageReading reading) {
        Pose pose = reading.registration().pose();
        List<CellReading> empty = reading.rows().stream()
                .filter(row -> CalibrationSheet.asked(row.item()).equals(BLANK))
                .flatMap(row -> row.cells().stream())
                .toList();
        List<CellReading> marked = reading.rows().stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> cell.option().equals(CalibrationSheet.asked(row.item()))))
                .toList();
        return new SheetMeasures(
                median(image, pose, layout.rows().stream().flatMap(SheetMeasures::corners)),
                median(image, pose, layout.marks().stream().map(mark -> mark.square().centre())),
                strokes(empty).mapToDouble(StrokeReading::extentMm).max().orElse(0),
                strokes(empty).mapToDouble(StrokeReading::contrast).max().orElse(0),
                empty.stream().mapToDouble(CellReading::alongMm2).max().orElse(0),
                least(marked.stream().map(cell -> cell.strokes().stream().mapToDouble(StrokeReading::extentMm))),
                least(marked.stream().map(cell -> cell.strokes().stream().mapToDouble(StrokeReading::contrast))),
                reading.rows());
    }

    /** Darkness of solid print against bare paper, ratio of the whole range. */
    public double contrast() {
        return (paper - ink) / 255;
    }

    private static Stream<StrokeReading> strokes(List<CellReading> cells) {
        return cells.stream().flatMap(cell -> cell.strokes().stream());
    }

    /** Of the largest measure in each cell the least. */
    private static double least(Stream<DoubleStream> cells) {
        return cells.mapToDouble(cell -> cell.max().orElse(0)).min().orElse(0);
    }

    /** Places in a row's cells that have neither print nor, in a well filled sheet, ink. */
    private static Stream<PointMm> corners(PageLayout.Row row) {
        return row.cells().stream().map(PageLayout.Cell::cell).flatMap(cell -> inset(cell.grow(-1)));
    }

    private static Stream<PointMm> inset(RectMm area) {
        return Stream.of(
                new PointMm(area.x(), area.y()),
                new PointMm(area.right(), area.y()),
                new PointMm(area.x(), area.bottom()),
                new PointMm(area.right(), area.bottom()));
    }

    private static double median(PageImage image, Pose pose, Stream<PointMm> places) {
        double[] levels = places.mapToDouble(place -> Sampler.level(image, pose.toPixels(place)))
                .filter(level -> !Double.isNaN(level))
                .toArray();
        Arrays.sort(levels);
        return levels.length == 0 ? 0 : levels[levels.length / 2];
    }
}
