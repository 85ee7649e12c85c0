package org.tallyroom.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallyroom.json.Json;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.recognise.Printed;
import org.tallyroom.sheetcode.CodeSeal;

/**
 * A committed set of scans below {@code test-scans}. Its paper (in the set's own folder, or one of {@code papers} that
 * several sets share) brings the layouts it was printed with, so that it stays readable when forms and typesetting
 * change: paper that has been handed out does not change either.
 */
public record ScanSet(Path folder) {

    private static final Path ROOT = Path.of("test-scans");

    private static final String BUDGET = "budget.properties";

    public static List<ScanSet> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve(BUDGET)))
                    .sorted()
                    .map(ScanSet::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One layout and the indices in the codes of its sheets. */
    public record KindOfSheet(int form, int unit, int respondentType, FormLayout layout) {}

    /** What {@code layouts.json} holds. */
    public record Layouts(List<KindOfSheet> kinds) {
        public Layouts {
            kinds = List.copyOf(kinds);
        }
    }

    /** One line of {@code truth.csv}: what a row says; any of several answers where it may be seen so or so. */
    public record Fact(String file, int page, String sheet, String item, List<String> answers) {
        public Fact {
            answers = List.copyOf(answers);
        }
    }

    /** A page of a file, from 1. */
    public record Page(String file, int number) {}

    public String name() {
        return folder.getFileName().toString();
    }

    /** All files, in the order of their names. */
    public List<Path> scans() {
        try (Stream<Path> files = Files.list(folder.resolve("scans"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path paper() {
        String shared = properties(folder.resolve(BUDGET)).getProperty("paper");
        return shared == null ? folder : ROOT.resolve("papers").resolve(shared);
    }

    public Printed printed() {
        Properties codes = codes();
        CodeSeal seal = new CodeSeal(
                HexFormat.of().parseHex(codes.getProperty("key")),
                codes.getProperty("meeting"),
                codes.getProperty("definition"));
        Layouts layouts = Json.read(text(paper().resolve("layouts.json")), Layouts.class);
        return new Printed(
                seal,
                layouts.kinds().stream()
                        .collect(Collectors.toMap(
                                k -> new Printed.Kind(k.form(), k.unit(), k.respondentType()), KindOfSheet::layout)));
    }

    /** The token behind a printed short code, 24 hexadecimal digits. */
    public String token(String sheet) {
        return codes().getProperty("sheet." + sheet);
    }

    private Properties codes() {
        return properties(paper().resolve("codes.properties"));
    }

    /** Page → what its rows say, for pages of which a reading can be right or wrong. */
    public Map<Page, List<Fact>> truth() {
        return lines("truth.csv")
                .map(f -> new Fact(f[0], Integer.parseInt(f[1]), f[2], f[3], alternatives(f[4])))
                .collect(Collectors.groupingBy(fact -> new Page(fact.file(), fact.page())));
    }

    /** What may become of those pages that need not be read: {@code read} or {@code unreadable turned}. */
    public Map<Page, List<String>> states() {
        return Files.exists(folder.resolve("pages.csv"))
                ? lines("pages.csv")
                        .collect(Collectors.toMap(
                                field -> new Page(field[0], Integer.parseInt(field[1])),
                                field -> alternatives(field[2])))
                : Map.of();
    }

    private Stream<String[]> lines(String name) {
        return Arrays.stream(text(folder.resolve(name)).split("\n")).skip(1).map(line -> line.split(","));
    }

    private static List<String> alternatives(String field) {
        return List.of(field.split("\\|"));
    }

    public int budget(String name) {
        return Integer.parseInt(properties(folder.resolve(BUDGET)).getProperty(name).trim());
    }

    private static Properties properties(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
