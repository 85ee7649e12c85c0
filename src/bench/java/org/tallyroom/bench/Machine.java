package org.tallyroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** What figures were measured on, and when: without it they mean nothing. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path LOAD = Path.of("/proc/loadavg");

    private Machine() {}

    static String today() {
        return "%s, %s %s, %d × %s, Java %s%s".formatted(
                LocalDate.now(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                value(PROCESSORS, "model name", "processors"),
                System.getProperty("java.version"),
                load());
    }

    /** Others' work on the same processors; empty where the system does not tell. */
    private static String load() {
        return Files.isReadable(LOAD) ? ", load " + lines(LOAD)[0].split(" ")[0] + " at the start" : "";
    }

    private static String value(Path table, String name, String otherwise) {
        if (Files.isReadable(table)) {
            for (String line : lines(table)) {
                if (line.startsWith(name)) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return otherwise;
    }

    private static String[] lines(Path table) {
        try {
            return Files.readString(table).split("\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
