package org.tallyroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.support.Poppler;
import org.tallyroom.vision.Pictures;

/**
 * A small scan whose writing fails at one place after another. Whatever failed, the same command again gives what an
 * undisturbed run gives, and no line that was told is untrue.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultSweepTest {

    private static final int SCANS = 4;

    /** A page's rows are a few pages of SQLite: every limit that is a step higher lets a few more writes through. */
    private static final int STEP = 16 * 1024;

    private Path root;
    private Path prepared;
    private Path scans;
    private Process program;
    private BufferedReader answers;
    private String undisturbed;

    private record Answer(int exit, List<String> lines, String said) {}

    @BeforeAll
    void aStationItsScansAndWhatAnUndisturbedRunGives(@TempDir Path folder) throws IOException {
        root = folder;
        prepared = root.resolve("prepared");
        scans = Files.createDirectories(root.resolve("scans"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CommandLineTool tool = new CommandLineTool(nowhere, nowhere);
        assertThat(tool.run("init", "forms/joint-assessment/meeting.yaml", prepared.toString())).isZero();
        assertThat(tool.run("print", prepared.toString())).isZero();
        for (int page = 1; page <= SCANS; page++) {
            byte[] jpeg = Pictures.jpeg(Poppler.page(prepared.resolve("print/parks-own-unit.pdf"), page, 150), 60);
            Files.write(scans.resolve("scan" + page + ".jpg"), jpeg);
        }
        program = new ProcessBuilder(Launched.unprivileged(Launched.commandLoop()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        answers = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        Path station = station("undisturbed");
        assertThat(scan(station).exit()).isZero();
        undisturbed = readings(station);
        assertThat(undisturbed).contains("\"equation\":{\"takenIn\":4,\"read\":4,");
    }

    @AfterAll
    void end() throws IOException, InterruptedException {
        program.getOutputStream().close();
        program.waitFor();
    }

    private Answer command(String... arguments) throws IOException {
        OutputStream in = program.getOutputStream();
        in.write((String.join("\t", arguments) + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        List<String> lines = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("exit ")) {
                String[] parts = line.split(" ", 3);
                return new Answer(Integer.parseInt(parts[1]), lines, parts[2]);
            }
            lines.add(line);
        }
        throw new AssertionError("the program ended after " + lines);
    }

    private Answer scan(Path station) throws IOException {
        return command("scan", station.toString(), scans.toString(), "--json");
    }

    private String readings(Path station) throws IOException {
        return command("readings", station.toString(), "--json").lines().get(0);
    }

    private Path station(String name) throws IOException {
        Path copy = root.resolve(name);
        try (Stream<Path> all = Files.walk(prepared)) {
            for (Path path : all.filter(p -> !p.startsWith(prepared.resolve("print"))).toList()) {
                Files.copy(path, copy.resolve(prepared.relativize(path)));
            }
        }
        return copy;
    }

    /** The same command again, undisturbed. @param told what the disturbed run told */
    private void goesOn(Path station, Answer disturbed, String how) throws IOException {
        assertThat(disturbed.exit()).as(how).isIn(0, 1);
        assertThat(disturbed.said()).as(how).doesNotContain("Tallyroom made a mistake");
        Answer again = scan(station);
        assertThat(again.exit()).as("%s: %s", how, again.said()).isZero();
        assertThat(again.lines()).as(how).noneMatch(disturbed.lines()::contains);
        assertThat(readings(station)).as(how).isEqualTo(undisturbed);
        assertThat(command("verify", station.toString()).exit()).as(how).isZero();
    }

    /** No file may grow beyond a limit, which rises until nothing fails any more: pictures, log and journal meet it in turn. */
    @Test
    void noFileMayGrowAndThenALittleMore() throws IOException, InterruptedException {
        int failed = 0;
        Answer disturbed = new Answer(1, List.of(), "");
        for (int limit = 0; disturbed.exit() != 0; limit += limit < STEP ? STEP / 4 : STEP) {
            Path station = station("limit-" + limit);
            limited(String.valueOf(limit));
            disturbed = scan(station);
            limited("unlimited");
            goesOn(station, disturbed, "limit of " + limit + " bytes");
            failed += disturbed.exit();
        }
        assertThat(failed).as("places where writing failed").isGreaterThan(10);
    }

    private void limited(String bytes) throws IOException, InterruptedException {
        String limit = "--fsize=" + bytes + ":unlimited";
        assertThat(Launched.run(List.of("prlimit", "--pid", String.valueOf(program.pid()), limit)).exit()).isZero();
    }

    @Test
    void nothingMayBeWrittenInOnePlaceAfterAnother() throws IOException {
        for (String place : List.of("", "images", "journal.db", "journal.head", "lock", "log")) {
            Path station = station("closed-" + place);
            Path closed = station.resolve(place);
            if (Files.notExists(closed)) {
                Files.createDirectories(closed);
            }
            Set<PosixFilePermission> before = Files.getPosixFilePermissions(closed);
            Files.setPosixFilePermissions(
                    closed, PosixFilePermissions.fromString(Files.isDirectory(closed) ? "r-xr-xr-x" : "r--r--r--"));
            Answer disturbed = scan(station);
            Files.setPosixFilePermissions(closed, before);
            goesOn(station, disturbed, place + " may not be written: " + disturbed.said());
            assertThat(disturbed.exit()).as(place).isEqualTo(place.equals("log") ? 0 : 1);
        }
    }

    @Test
    void killedAfterEveryLine() throws IOException, InterruptedException {
        for (int lines = 0; lines < SCANS; lines++) {
            Path station = station("killed-" + lines);
            Process scan = new ProcessBuilder(
                            Launched.java("scan", station.toString(), scans.toString(), "--json"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> told = new ArrayList<>();
            try (var out = new BufferedReader(new InputStreamReader(scan.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < lines; i++) {
                    told.add(out.readLine());
                }
                scan.destroyForcibly();
            }
            scan.waitFor();
            goesOn(station, new Answer(1, told, ""), "killed after " + lines + " lines");
        }
    }
}
