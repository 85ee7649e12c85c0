package org.tallyroom.station;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tallyroom.calibration.SheetMeasures;
import org.tallyroom.image.PageImage;
import org.tallyroom.message.Message;

/**
 * {@code calibrate read --json}.
 *
 * @param profile the written file; empty when it was refused
 * @param criteria hash of its criteria
 * @param refused why there is none, sentences for people
 */
public record CalibrationDocument(
        List<Scan> scans, Optional<String> profile, Optional<String> criteria, List<Message> refused) {

    private static final List<Integer> USUAL_DPI = List.of(100, 150, 200, 240, 300, 400, 600);

    public CalibrationDocument {
        scans = List.copyOf(scans);
        refused = List.copyOf(refused);
    }

    static CalibrationDocument refused(List<Scan> scans, List<Message> reasons) {
        return new CalibrationDocument(scans, Optional.empty(), Optional.empty(), reasons);
    }

    /**
     * One page.
     *
     * @param page from 1
     * @param kind sheet, blank or unreadable
     * @param reason why it was not read, one of the reasons of {@code scan}
     * @param streaks lines of dirt on the glass
     */
    public record Scan(
            String source,
            int page,
            String kind,
            Optional<String> reason,
            int streaks,
            Optional<Measured> measured,
            Optional<Dirt> dirt) {

        static Scan sheet(Path file, int page, int streaks, Measured measured) {
            return new Scan(
                    file.toString(), page, "sheet", Optional.empty(), streaks, Optional.of(measured), Optional.empty());
        }

        static Scan blank(Path file, int page, int streaks, Dirt dirt) {
            return new Scan(
                    file.toString(), page, "blank", Optional.empty(), streaks, Optional.empty(), Optional.of(dirt));
        }

        static Scan unreadable(Path file, int page, int streaks, String reason) {
            return new Scan(
                    file.toString(),
                    page,
                    "unreadable",
                    Optional.of(reason),
                    streaks,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * What a calibration sheet shows.
     *
     * @param dpi the usual resolution that is nearest
     * @param scaleAcross real over usual resolution: of the printer and the scanner together, 1 when both are right
     * @param contrast of solid print against paper, ratio of the whole range
     */
    public record Measured(
            Position position,
            int dpi,
            double scaleAcross,
            double scaleDown,
            boolean bilevel,
            double contrast,
            double noiseMm,
            double noiseContrast,
            double noiseAlongMm2,
            double smallestMarkMm,
            double weakestMark) {

        static Measured of(Position position, PageImage image, SheetMeasures m) {
            double mean = (position.acrossDpi() + position.downDpi()) / 2;
            int dpi = USUAL_DPI.stream()
                    .reduce((a, b) -> Math.abs(b - mean) < Math.abs(a - mean) ? b : a)
                    .orElseThrow();
            return new Measured(
                    position,
                    dpi,
                    Position.rounded(position.acrossDpi() / dpi),
                    Position.rounded(position.downDpi() / dpi),
                    image.bilevel(),
                    Position.rounded(m.contrast()),
                    Position.rounded(m.noiseMm()),
                    Position.rounded(m.noiseContrast()),
                    Position.rounded(m.noiseAlongMm2()),
                    Position.rounded(m.smallestMm()),
                    Position.rounded(m.weakest()));
        }
    }

    /** What a blank sheet shows. @param largestMm 0 when there is none; @param picture the written PNG file */
    public record Dirt(int specks, double largestMm, String picture) {}
}
