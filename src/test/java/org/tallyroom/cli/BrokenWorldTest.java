package org.tallyroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.Main;
import org.tallyroom.message.Language;
import org.tallyroom.station.Verification;
import org.tallyroom.support.Poppler;
import org.tallyroom.vision.Pictures;

/** The program as a process of its own, where the world breaks: no right to read, no room to write, killed halfway. */
class BrokenWorldTest {

    @TempDir
    Path root;

    private Path dir;
    private Path scans;

    @BeforeEach
    void aStationAndSixScans() throws IOException, InterruptedException {
        dir = root.resolve("station");
        scans = Files.createDirectories(root.resolve("scans"));
        CommandLineTool tool = new CommandLineTool(
                new PrintStream(OutputStream.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()));
        assertThat(tool.run("init", "forms/joint-assessment/meeting.yaml", dir.toString())).isZero();
        assertThat(tool.run("print", dir.toString())).isZero();
        for (int page = 1; page <= 6; page++) {
            byte[] jpeg = Pictures.jpeg(Poppler.page(dir.resolve("print/parks-own-unit.pdf"), page, 300), 90);
            Files.write(scans.resolve("scan" + page + ".jpg"), jpeg);
        }
    }

    private record Ran(int exit, String out, String err) {}

    private static Ran run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("ran", ".out");
        Path err = Files.createTempFile("ran", ".err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int exit = process.waitFor();
        Ran ran = new Ran(exit, Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        assertThat(ran.err()).doesNotContain("\tat ");
        return ran;
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss2m",
                "-Djava.awt.headless=true",
                "-Dtallyroom.language=" + Language.EN.name().toLowerCase(Locale.ROOT),
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator)),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Root may read everything; without that capability it is like everybody else. */
    private static List<String> unprivileged(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"));
        all.addAll(command);
        return all;
    }

    @Test
    void aFolderAndAFileThatMayNotBeReadAreNamedAndCounted() throws IOException, InterruptedException {
        Path closed = Files.createDirectories(scans.resolve("closed"));
        Files.copy(scans.resolve("scan6.jpg"), closed.resolve("inside.jpg"));
        Files.setPosixFilePermissions(scans.resolve("scan5.jpg"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            Ran scan = run(unprivileged(java("scan", dir.toString(), scans.toString(), "--json")));
            assertThat(scan.exit()).isEqualTo(3);
            assertThat(scan.out().lines())
                    .hasSize(7)
                    .contains("{\"source\":\"" + closed + "\",\"page\":1,\"state\":\"unreadable\",\"reason\":\"damaged-file\"}")
                    .contains("{\"source\":\"" + scans.resolve("scan5.jpg")
                            + "\",\"page\":1,\"state\":\"unreadable\",\"reason\":\"damaged-file\"}");
            assertThat(scan.err())
                    .contains("The folder " + closed + " cannot be opened.")
                    .contains("7 pages taken in = 5 read + 2 unreadable");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** In a mount of its own, which goes with the process; where mounting is forbidden, a limit on file size breaks writing. */
    @Test
    void aFullDiskLosesNothingAndTheSameCommandGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        Path small = Files.createDirectories(root.resolve("small"));
        String scan = quoted(java("scan", small.resolve("station").toString(), scans.toString(), "--json"));
        String script = "set -e; mount -t tmpfs -o size=2m tmpfs " + small + "; cp -r " + dir + " " + small + "/station; "
                + "code=0; " + scan + " || code=$?; echo \"exit $code\"; "
                + "mount -o remount,size=64m " + small + "; code=0; " + scan + " || code=$?; echo \"exit $code\"";
        List<String> command = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script);
        boolean mayMount = run(List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                        "mount -t tmpfs -o size=2m tmpfs " + small)).exit() == 0;
        Ran ran = mayMount ? run(command) : withLimitedFiles(small);
        List<String> lines = ran.out().lines().toList();
        int first = lines.indexOf("exit 1");
        assertThat(first).as(ran.out() + ran.err()).isBetween(0, 5);
        assertThat(ran.err()).contains(mayMount ? "The disk is full" : "could not be written");
        assertThat(lines).last().isEqualTo("exit 0");
        List<String> pages = lines.stream().filter(line -> line.startsWith("{")).toList();
        assertThat(pages).as("every page once, none twice, none lost").hasSize(6).doesNotHaveDuplicates();
        assertThat(pages).allMatch(line -> line.contains("\"state\":\"read\""));
        assertThat(ran.err()).contains("6 pages taken in = 6 read + 0 unreadable");
    }

    private Ran withLimitedFiles(Path small) throws IOException, InterruptedException {
        String scan = quoted(java("scan", small.resolve("station").toString(), scans.toString(), "--json"));
        long limit = Files.size(dir.resolve("journal.db")) + 8_192;
        String script = "set -e; cp -r " + dir + " " + small + "/station; code=0; prlimit --fsize=" + limit + " " + scan
                + " || code=$?; echo \"exit $code\"; code=0; " + scan + " || code=$?; echo \"exit $code\"";
        return run(List.of("sh", "-c", script));
    }

    private static String quoted(List<String> command) {
        StringBuilder line = new StringBuilder();
        command.forEach(word -> line.append('\'').append(word.replace("'", "'\\''")).append("' "));
        return line.toString();
    }

    @Test
    void killedHalfwayItGoesOnWhereItStopped() throws IOException, InterruptedException {
        Process scan = new ProcessBuilder(java("scan", dir.toString(), scans.toString(), "--json"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> told = new ArrayList<>();
        try (var out = new BufferedReader(new InputStreamReader(scan.getInputStream(), StandardCharsets.UTF_8))) {
            told.add(out.readLine());
            told.add(out.readLine());
            scan.destroyForcibly();
        }
        scan.waitFor();
        Ran again = run(java("scan", dir.toString(), scans.toString(), "--json"));
        List<String> then = again.out().lines().toList();
        assertThat(told).allMatch(line -> line.contains("\"state\":\"read\""));
        assertThat(then).as("a line that was told is a page that is kept").doesNotContainAnyElementsOf(told);
        assertThat(again.err()).contains("6 pages taken in = 6 read + 0 unreadable + 0 duplicate");
        assertThat(Verification.of(dir).ok()).isTrue();
    }
}
