package org.tallyroom.station;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallyroom.definition.Problem;
import org.tallyroom.image.PageImage;
import org.tallyroom.message.Message;
import org.tallyroom.support.Poppler;
import org.tallyroom.support.Scans;
import org.tallyroom.vision.Pictures;

/** A small meeting of two units, four sheets each: printed by us, drawn by poppler, marked with a simple pen. */
final class Room {

    /** 2 own-unit respondents and 1 full respondent a unit: 2 + 2 sheets for each of the two units. */
    static final String MEETING = """
            meeting: small-meeting
            title: 小型集中联评
            stage: 学习教育、听取意见
            group: 第三组
            lead-unit: archives
            forms: [form.yaml]
            units:
              - {id: archives, name: 金水区档案馆, short-name: 档案馆}
              - {id: parks, name: 金水区园林绿化管理中心, short-name: 园林中心}
            respondent-types:
              - {id: own-unit, label: 单位参评人员, rates: own-unit, per-unit: 2, form: joint-assessment}
              - {id: full, label: 全评参评人员, rates: every-unit, per-unit: 1, form: joint-assessment}
            """;

    private static final int DPI = 300;

    final Path folder;
    final Path scans;
    private final Map<String, PageImage> drawn = new HashMap<>();

    Room(Path root) {
        this(root, "station", MEETING, false);
    }

    Room(Path root, String name, String meeting, boolean rehearsal) {
        this.folder = root.resolve(name);
        this.scans = root.resolve(name + "-scans");
        try {
            Files.createDirectories(scans);
            Path definitions = Files.createDirectories(root.resolve(name + "-definitions"));
            Files.writeString(definitions.resolve("meeting.yaml"), meeting);
            Files.copy(Path.of("forms/joint-assessment/form.yaml"), definitions.resolve("form.yaml"));
            List<Problem> problems = Preparing.prepare(definitions.resolve("meeting.yaml"), folder, rehearsal);
            if (!problems.isEmpty()) {
                throw new AssertionError(problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Station station = Station.toWrite(folder)) {
            new Printing(station).everything(file -> {});
        }
    }

    private Room(Path folder, Path scans) {
        this.folder = folder;
        this.scans = scans;
    }

    /** The same meeting on another laptop: a copy of the folder. */
    Room copied(String name) {
        Path copy = folder.resolveSibling(name);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(folder.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Room(copy, scans);
    }

    LayoutDocument layout() {
        try (Station station = Station.toRead(folder)) {
            return LayoutDocument.of(station);
        }
    }

    /** The sheets of a unit, in no telling order. */
    List<LayoutDocument.Sheet> sheets(String unit) {
        return layout().sheets().stream().filter(s -> s.unit().equals(unit)).toList();
    }

    /** A sheet with one option ticked in every row; {@code exceptions} say other things, or nothing with {@code ""}. */
    PageImage marked(LayoutDocument.Sheet sheet, String option, Map<String, String> exceptions) {
        LayoutDocument.Page page = sheet.pages().get(0);
        return Scans.drawnOver(blank(page), pen -> {
            pen.setColor(new Color(30, 30, 60));
            pen.setStroke(new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            for (LayoutDocument.Box box : page.boxes()) {
                if (box.option().equals(exceptions.getOrDefault(box.item(), option))) {
                    Path2D tick = new Path2D.Double();
                    double x = box.xMm() + box.widthMm() / 2;
                    double y = box.yMm() + box.heightMm() / 2;
                    tick.moveTo(x - 1.5, y - 0.4);
                    tick.lineTo(x - 0.3, y + 1.4);
                    tick.lineTo(x + 2.2, y - 2.4);
                    pen.draw(tick);
                }
            }
        });
    }

    PageImage blank(LayoutDocument.Page page) {
        String pdf = page.pdf().orElseThrow();
        String key = pdf + page.pdfPage();
        if (!drawn.containsKey(key)) {
            List<PageImage> pages = Poppler.pages(folder.resolve(pdf), DPI);
            for (int i = 0; i < pages.size(); i++) {
                drawn.put(pdf + Optional.of(i + 1), pages.get(i));
            }
        }
        return drawn.get(key);
    }

    Path jpeg(String name, PageImage page, int quality) {
        return write(name, Pictures.jpeg(page, quality));
    }

    Path write(String name, byte[] bytes) {
        try {
            Path file = scans.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody ticks this in every row. */
    void everySheet(String option, UnaryOperator<PageImage> damage) {
        for (LayoutDocument.Sheet sheet : layout().sheets()) {
            jpeg(sheet.unit() + "-" + sheet.sheet() + ".jpg", damage.apply(marked(sheet, option, Map.of())), 85);
        }
    }

    /** The lines that were told, as {@code name page state reason}, sorted. */
    List<String> takeIn(Path... paths) {
        List<String> lines = new ArrayList<>();
        try (Station station = Station.toWrite(folder)) {
            new TakeIn(station, new TakeIn.Listener() {
                        @Override
                        public void page(TakeIn.PageLine page) {
                            lines.add((Path.of(page.source()).getFileName() + " " + page.page() + " "
                                            + page.state().word() + " " + page.reason())
                                    .strip());
                        }

                        @Override
                        public void note(Message note) {
                            lines.add(note.key());
                        }
                    })
                    .run(paths.length == 0 ? List.of(scans) : List.of(paths));
        }
        return lines;
    }

    ReadingsDocument readings() {
        try (Station station = Station.toRead(folder)) {
            return ReadingsDocument.of(station);
        }
    }

    /** What became of every file, by name and page. */
    Map<String, String> states() {
        return readings().pages().stream()
                .collect(Collectors.toMap(
                        p -> Path.of(p.source().orElseThrow()).getFileName() + " " + p.page().orElseThrow(),
                        p -> (p.state() + " " + p.reason().orElse("")).strip(),
                        (one, other) -> one + " / " + other,
                        TreeMap::new));
    }

    Counted counted() {
        try (Station station = Station.toRead(folder)) {
            return Counted.of(station);
        }
    }

    CountDocument count() {
        try (Station station = Station.toRead(folder)) {
            return CountDocument.of(station, Counted.of(station).count());
        }
    }

    boolean decide(String sheet, String item, String outcome, String... by) {
        try (Station station = Station.toWrite(folder)) {
            return new ReviewDesk(station).decide(sheet, item, outcome, List.of(by), "looked at it");
        }
    }

    void figures(String unit, String type, Map<String, Integer> figures) {
        try (Station station = Station.toWrite(folder)) {
            new IssueDesk(station).enter(unit, type, figures, "Wang");
        }
    }
}
