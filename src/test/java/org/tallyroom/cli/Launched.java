package org.tallyroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tallyroom.Main;
import org.tallyroom.message.Language;

/** What the program left behind that was started as a process of its own, as users start it. */
record Launched(int exit, String out, String err) {

    static Launched run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("ran", ".out");
        Path err = Files.createTempFile("ran", ".err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int exit = process.waitFor();
        Launched launched = new Launched(exit, Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        assertThat(launched.err()).doesNotContain("\tat ");
        return launched;
    }

    /** The command line of our program, speaking English. */
    static List<String> java(String... arguments) {
        List<String> classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .toList();
        List<String> command = new ArrayList<>(java(classes, Main.class));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> java(List<String> classes, Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss2m",
                "-Djava.awt.headless=true",
                "-Dtallyroom.language=" + Language.EN.name().toLowerCase(Locale.ROOT),
                "-cp",
                classes.stream().collect(Collectors.joining(File.pathSeparator)),
                main.getName());
    }

    /** A program of the tests, which takes commands until its input ends. */
    static List<String> commandLoop() {
        return java(List.of(System.getProperty("java.class.path")), CommandLoop.class);
    }

    /** Root may read and write everything; without that capability it is like everybody else. */
    static List<String> unprivileged(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"));
        all.addAll(command);
        return all;
    }

    static String quoted(List<String> command) {
        StringBuilder line = new StringBuilder();
        command.forEach(word -> line.append('\'').append(word.replace("'", "'\\''")).append("' "));
        return line.toString();
    }
}
