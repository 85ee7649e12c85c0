package org.tallyroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sentence exists in both languages, takes the same arguments, and is asked for by its key somewhere. */
class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/tallyroom/message");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    /** A key written out in full; keys put together from an enum's name are tested where the enum lives. */
    private static final Pattern ASKED = Pattern.compile("(?:Message\\.of|\\bsay)\\(\\s*\"([a-z]+\\.[a-z0-9.-]*[a-z0-9])\"");

    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");

    @TestFactory
    Stream<DynamicTest> bothLanguagesSayTheSame() throws IOException {
        return rooms().stream().map(room -> DynamicTest.dynamicTest(room, () -> {
            Properties chinese = bundle(room, "zh");
            Properties english = bundle(room, "en");
            assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
            for (String key : chinese.stringPropertyNames()) {
                assertThat(key).startsWith(room + ".");
                assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(chinese.getProperty(key)));
                assertThat(english.getProperty(key)).as(key).isNotBlank();
                assertThat(chinese.getProperty(key)).as(key).isNotBlank();
                assertThat(new MessageFormat(english.getProperty(key))).as(key).isNotNull();
                assertThat(new MessageFormat(chinese.getProperty(key))).as(key).isNotNull();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> noApostropheIsLost() throws IOException {
        return rooms().stream().map(room -> DynamicTest.dynamicTest(room, () -> {
            for (String language : List.of("zh", "en")) {
                Properties bundle = bundle(room, language);
                for (String key : bundle.stringPropertyNames()) {
                    String pattern = bundle.getProperty(key).replace("''", "").replace("'{'", "").replace("'}'", "");
                    assertThat(pattern).as(key + ": an apostrophe is doubled in a message pattern").doesNotContain("'");
                }
            }
        }));
    }

    @Test
    void everyKeyInTheSourcesHasASentence() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher matcher = ASKED.matcher(Files.readString(source));
                while (matcher.find()) {
                    String key = matcher.group(1);
                    String room = key.substring(0, key.indexOf('.'));
                    if (!rooms().contains(room) || !bundle(room, "zh").containsKey(key)) {
                        missing.add(key + " in " + source);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noSourceHoldsAChineseSentence() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
                assertThat(CHINESE.matcher(code).find()).as(source + " holds a sentence; the bundles should").isFalse();
            }
        }
    }

    private static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(f -> f.getFileName().toString().replaceAll("_(zh|en)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Properties bundle(String room, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(room + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static TreeSet<String> arguments(String pattern) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
