package org.tallyroom.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Arguments in, figures out. For whoever works on the program: it speaks English only. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how often Tallyroom is right and how fast it is.",
        subcommands = {AccuracyCommand.class, SpeedCommand.class, StagesCommand.class})
public final class Bench implements Callable<Integer> {

    /** The launchers pass on what they were given, their own word in front. */
    public static void main(String[] arguments) {
        String[] own = Arrays.stream(arguments)
                .skip(arguments.length > 0 && arguments[0].equals("bench") ? 1 : 0)
                .toArray(String[]::new);
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(own));
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return 0;
    }
}
