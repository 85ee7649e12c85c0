package org.tallyroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.support.Poppler;
import org.tallyroom.vision.Pictures;

/** The program as a process of its own, where the world breaks: no right to read, no room to write. */
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

    @Test
    void aFolderAndAFileThatMayNotBeReadAreNamedAndCounted() throws IOException, InterruptedException {
        Path closed = Files.createDirectories(scans.resolve("closed"));
        Files.copy(scans.resolve("scan6.jpg"), closed.resolve("inside.jpg"));
        Files.setPosixFilePermissions(scans.resolve("scan5.jpg"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            Launched scan = Launched.run(Launched.unprivileged(Launched.java("scan", dir.toString(), scans.toString(), "--json")));
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
        String scan = Launched.quoted(Launched.java("scan", small.resolve("station").toString(), scans.toString(), "--json"));
        String script = "set -e; mount -t tmpfs -o size=2m tmpfs " + small + "; cp -r " + dir + " " + small + "/station; "
                + "code=0; " + scan + " || code=$?; echo \"exit $code\"; "
                + "mount -o remount,size=64m " + small + "; code=0; " + scan + " || code=$?; echo \"exit $code\"";
        List<String> command = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script);
        boolean mayMount = Launched.run(List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                        "mount -t tmpfs -o size=2m tmpfs " + small)).exit() == 0;
        Launched ran = mayMount ? Launched.run(command) : withLimitedFiles(small);
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

    private Launched withLimitedFiles(Path small) throws IOException, InterruptedException {
        String scan = Launched.quoted(Launched.java("scan", small.resolve("station").toString(), scans.toString(), "--json"));
        long limit = Files.size(dir.resolve("journal.db")) + 8_192;
        String script = "set -e; cp -r " + dir + " " + small + "/station; code=0; prlimit --fsize=" + limit + " " + scan
                + " || code=$?; echo \"exit $code\"; code=0; " + scan + " || code=$?; echo \"exit $code\"";
        return Launched.run(List.of("sh", "-c", script));
    }
}
