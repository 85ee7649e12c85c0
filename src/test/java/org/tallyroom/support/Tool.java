package org.tallyroom.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the programs of the system that tests need; a missing one fails the test and says what to install. */
final class Tool {

    private Tool() {}

    /** What the program writes to its standard output, as a file that the caller may delete. */
    static Path run(String debianPackage, List<String> command) {
        try {
            Path output = Files.createTempFile("tool", ".out");
            Path errors = Files.createTempFile("tool", ".err");
            Process process = start(debianPackage, new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile()));
            int exit = process.waitFor();
            String said = Files.readString(errors, StandardCharsets.UTF_8);
            Files.delete(errors);
            if (exit != 0) {
                throw new AssertionError(command + " ended with " + exit + ": " + said);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command + " was interrupted", e);
        }
    }

    private static Process start(String debianPackage, ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    builder.command().get(0) + " cannot be started: install " + debianPackage, e);
        }
    }
}
