package org.tallyroom.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs one command after another in one process, so that the world can be broken around a program that is warm. A line
 * of input is a command, its arguments parted by tabs; the answer is its output and a line {@code exit CODE SENTENCES}.
 */
final class CommandLoop {

    private CommandLoop() {}

    public static void main(String[] none) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exit = new CommandLineTool(System.out, new PrintStream(err, true, StandardCharsets.UTF_8))
                    .run(line.split("\t"));
            System.out.println("exit " + exit + " " + err.toString(StandardCharsets.UTF_8).replace('\n', ' '));
            System.out.flush();
        }
    }
}
