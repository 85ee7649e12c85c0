package org.tallyroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code scan --json} as a user runs it, in a process of its own, started with the launcher's Java options.
 *
 * @param firstPage seconds from the start to the first page that is kept and told
 * @param all seconds from the start to the end
 * @param peakMb largest resident set, MB; 0 where the system does not tell
 * @param residentMb resident set each time a twentieth of the pages was told, MB
 */
record Child(int pages, int read, double firstPage, double all, long peakMb, List<Long> residentMb) {

    private static final int SAMPLES = 20;

    Child {
        residentMb = List.copyOf(residentMb);
    }

    /** @param options further Java options */
    static Child scan(SpeedStation station, List<Path> paths, int expected, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4", "-Xshare:auto", "-Xss2m", "-Xmx1536m",
                "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.tallyroom.Main", "scan", "--json"));
        command.add(station.folder().toString());
        paths.forEach(path -> command.add(path.toString()));
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return watched(process, start, expected);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Child watched(Process process, long start, int expected) throws IOException {
        int pages = 0;
        int read = 0;
        double first = 0;
        long peak = 0;
        List<Long> resident = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                first = pages == 0 ? (System.nanoTime() - start) / 1e9 : first;
                read += line.contains("\"state\":\"read\"") ? 1 : 0;
                pages++;
                if (pages % Math.max(1, expected / SAMPLES) == 0) {
                    resident.add(status(process, "VmRSS:"));
                    peak = Math.max(peak, status(process, "VmHWM:"));
                }
            }
        }
        return new Child(pages, read, first, (System.nanoTime() - start) / 1e9, peak, resident);
    }

    /** Of Linux' process table, MB; 0 elsewhere, and for a process that has just ended. */
    private static long status(Process process, String what) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(what))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
