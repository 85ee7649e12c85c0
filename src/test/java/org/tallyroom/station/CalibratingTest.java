package org.tallyroom.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.calibration.CalibrationSheet;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.message.Message;
import org.tallyroom.store.CriteriaFact;
import org.tallyroom.support.Poppler;
import org.tallyroom.support.SampleMeeting;
import org.tallyroom.support.Scans;
import org.tallyroom.vision.Pictures;

/** The calibration sheet as printed and drawn by poppler, filled in well and badly, and a blank sheet with dirt. */
class CalibratingTest {

    private static final int DPI = 300;

    @TempDir
    Path root;

    private PageImage print;
    private PageLayout layout;

    @BeforeEach
    void printed() throws IOException {
        Path pdf = root.resolve("sheet.pdf");
        new Calibrating().print(pdf);
        print = Poppler.page(pdf, 1, DPI);
        layout = CalibrationSheet.of(
                        Files.readString(Path.of("calibration/sheet/form.yaml")),
                        Files.readString(Path.of("calibration/sheet/meeting.yaml")),
                        SampleMeeting.METRICS)
                .layout()
                .page(1);
    }

    @Test
    void aWellFilledSheetGivesAProfileThatAMeetingCanUse() throws IOException {
        CalibrationDocument read = read("good", filled(40, pen -> {}));
        assertThat(read.refused()).isEmpty();
        CalibrationDocument.Measured measured = read.scans().get(0).measured().orElseThrow();
        assertThat(measured.dpi()).isEqualTo(DPI);
        assertThat(measured.position().acrossDpi()).isCloseTo(DPI, within(0.5));
        assertThat(measured.scaleDown()).isCloseTo(1, within(0.002));
        assertThat(measured.noiseMm()).isZero();
        assertThat(measured.smallestMarkMm()).isBetween(1.5, 3.0);
        assertThat(measured.contrast()).isGreaterThan(0.9);

        Path profile = Path.of(read.profile().orElseThrow());
        assertThat(Files.readString(profile)).contains("calibration sheets");
        Path station = root.resolve("station");
        assertThat(Preparing.prepare(
                        Path.of("forms/english-sample/meeting.yaml"), station, false, Optional.of(profile)))
                .isEmpty();
        try (Station opened = Station.toRead(station)) {
            CriteriaFact kept = opened.facts().criteria().get(0);
            assertThat(kept.hash()).isEqualTo(read.criteria().orElseThrow());
            assertThat(kept.profile()).isEqualTo(Files.readString(profile));
        }
        assertThatThrownBy(() -> read("good", filled(40, pen -> {}))).hasMessage("station.profile-exists");
    }

    @Test
    void noiseRaisesTheLimitsUntilItReachesTheMarks() throws IOException {
        CalibrationDocument dirty = read("dirty", filled(40, dirt(1.1)));
        assertThat(dirty.refused()).isEmpty();
        Criteria criteria = Profiles.parse("p", Files.readString(Path.of(dirty.profile().orElseThrow())))
                .match(p -> p.criteria(), problems -> null);
        assertThat(criteria.size().restMm()).isGreaterThan(dirty.scans().get(0).measured().orElseThrow().noiseMm());

        CalibrationDocument filthy = read("filthy", filled(40, dirt(2)));
        assertThat(filthy.profile()).isEmpty();
        assertThat(filthy.refused()).extracting(Message::key).contains("calibration.no-gap-size");
        assertThat(root.resolve("filthy/profile.yaml")).doesNotExist();
    }

    @Test
    void anEmptySheetOrMarksWithoutInkAreRefused() {
        assertThat(read("empty", print).refused())
                .extracting(Message::key)
                .contains("calibration.no-gap-size", "calibration.no-gap-contrast");
        assertThat(read("pale", filled(250, pen -> {})).profile()).isEmpty();
    }

    @Test
    void aSheetFilledInOtherwiseNamesItsRows() {
        PageImage page = filled(40, pen -> tick(pen, cell("blank-2", "middle")));
        assertThat(read("otherwise", page).refused()).isNotEmpty();
    }

    @Test
    void aBlankSheetShowsDirtOnAPicture() throws IOException {
        byte[] white = new byte[print.width() * print.height()];
        Arrays.fill(white, (byte) 245);
        PageImage blank = Scans.drawnOver(PageImage.ofGray(print.width(), print.height(), white), pen -> {
            pen.setColor(Color.DARK_GRAY);
            pen.fill(new Ellipse2D.Double(60, 90, 1.5, 1.5));
            pen.fill(new Ellipse2D.Double(150, 200, 0.8, 0.8));
        });
        CalibrationDocument read = read("blank", blank);
        CalibrationDocument.Dirt dirt = read.scans().get(0).dirt().orElseThrow();
        assertThat(dirt.specks()).isEqualTo(2);
        assertThat(dirt.largestMm()).isCloseTo(1.5, within(0.3));
        assertThat(Files.size(Path.of(dirt.picture()))).isPositive();
        assertThat(read.refused()).extracting(Message::key).containsExactly("station.no-calibration-sheet");
    }

    private CalibrationDocument read(String name, PageImage page) {
        try {
            Path scan = Files.write(root.resolve(name + ".jpg"), Pictures.jpeg(page, 85));
            return new Calibrating().read(List.of(scan), root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As its rows ask, with a pen of this gray. */
    private PageImage filled(int gray, Consumer<Graphics2D> besides) {
        return Scans.drawnOver(print, pen -> {
            pen.setColor(new Color(gray, gray, gray));
            pen.setStroke(new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            for (PageLayout.Row row : layout.rows()) {
                row.cells().stream()
                        .filter(cell -> row.item().startsWith(cell.option()))
                        .forEach(cell -> mark(pen, row.item(), cell));
            }
            besides.accept(pen);
        });
    }

    private void mark(Graphics2D pen, String item, PageLayout.Cell cell) {
        if (item.equals("middle-3")) {
            PointMm at = cell.box().centre();
            pen.fill(new Ellipse2D.Double(at.x() - 1, at.y() - 1, 2, 2));
        } else {
            tick(pen, cell);
        }
    }

    private static void tick(Graphics2D pen, PageLayout.Cell cell) {
        PointMm at = cell.box().centre();
        Path2D tick = new Path2D.Double();
        tick.moveTo(at.x() - 1.5, at.y() - 0.4);
        tick.lineTo(at.x() - 0.3, at.y() + 1.4);
        tick.lineTo(at.x() + 2.2, at.y() - 2.4);
        pen.draw(tick);
    }

    private Consumer<Graphics2D> dirt(double mm) {
        return pen -> List.of("blank-1", "blank-3").forEach(item -> {
            PointMm at = cell(item, "left").cell().centre();
            pen.fill(new Ellipse2D.Double(at.x() + 4, at.y() + 1, mm, mm));
        });
    }

    private PageLayout.Cell cell(String item, String option) {
        return layout.rows().stream()
                .filter(row -> row.item().equals(item))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.option().equals(option))
                .findFirst()
                .orElseThrow();
    }
}
