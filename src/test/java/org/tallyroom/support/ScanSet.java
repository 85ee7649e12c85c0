package org.tallyroom.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallyroom.json.Json;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.recognise.Printed;
import org.tallyroom.sheetcode.CodeSeal;

/**
 * A committed set of scans below {@code test-scans}. It brings the layouts it was printed with, so that it stays
 * readable when forms and typesetting change: paper that has been handed out does not change either.
 */
public record ScanSet(Path folder) {

    public static List<ScanSet> all() {
        try (Stream<Path> folders = Files.list(Path.of("test-scans"))) {
            return folders.filter(Files::isDirectory).sorted().map(ScanSet::new).toList();
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

    /** One line of {@code truth.csv}. */
    public record Fact(String file, int page, String sheet, String item, String answer) {}

    public Path scans() {
        return folder.resolve("scans");
    }

    public Printed printed() {
        Properties codes = properties("codes.properties");
        CodeSeal seal = new CodeSeal(
                HexFormat.of().parseHex(codes.getProperty("key")),
                codes.getProperty("meeting"),
                codes.getProperty("definition"));
        Layouts layouts = Json.read(text("layouts.json"), Layouts.class);
        return new Printed(
                seal,
                layouts.kinds().stream()
                        .collect(Collectors.toMap(
                                k -> new Printed.Kind(k.form(), k.unit(), k.respondentType()), KindOfSheet::layout)));
    }

    /** The token behind a printed short code, 24 hexadecimal digits. */
    public String token(String sheet) {
        return properties("codes.properties").getProperty("sheet." + sheet);
    }

    /** File → its facts in the order of pages and rows. */
    public Map<String, List<Fact>> truth() {
        return Arrays.stream(text("truth.csv").split("\n"))
                .skip(1)
                .map(line -> line.split(","))
                .map(field -> new Fact(field[0], Integer.parseInt(field[1]), field[2], field[3], field[4]))
                .collect(Collectors.groupingBy(Fact::file, LinkedHashMap::new, Collectors.toList()));
    }

    public int budget(String name) {
        return Integer.parseInt(properties("budget.properties").getProperty(name).trim());
    }

    private Properties properties(String name) {
        return open(name, reader -> {
            Properties properties = new Properties();
            try {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties;
        });
    }

    private <T> T open(String name, Function<Reader, T> read) {
        try (Reader reader = Files.newBufferedReader(folder.resolve(name))) {
            return read.apply(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
