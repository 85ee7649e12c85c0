package org.tallyroom;

import org.tallyroom.cli.CommandLineTool;

/** Arguments in, exit code out. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLineTool(System.out, System.err).run(arguments));
    }
}
