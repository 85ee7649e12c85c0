package org.tallyroom.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallyroom.message.Language;
import org.tallyroom.message.Message;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with some arguments, in our own words: picocli speaks English only. */
final class WrongUsage {

    private WrongUsage() {}

    static Message sentence(ParameterException wrong) {
        return Message.of("cli.wrong-usage", what(wrong), wrong.getCommandLine().getCommandSpec().qualifiedName());
    }

    private static Message what(ParameterException wrong) {
        Optional<ArgSpec> argument = Optional.ofNullable(wrong.getArgSpec());
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return Message.of("cli.unknown-argument", String.join(" ", unmatched.getUnmatched()));
        } else if (wrong instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), argument);
        } else if (wrong instanceof OverwrittenOptionException twice) {
            return Message.of("cli.given-twice", name(twice.getOverwritten()));
        }
        return argument.map(arg -> misused(arg, Optional.ofNullable(wrong.getValue())))
                .orElseGet(() -> Message.of("cli.not-understood"));
    }

    private static Message missing(List<ArgSpec> missing, Optional<ArgSpec> argument) {
        Optional<ArgSpec> alone = missing.size() == 1 ? Optional.of(missing.get(0)) : Optional.empty();
        Optional<ArgSpec> given = argument.filter(arg -> !missing.contains(arg))
                .or(() -> alone)
                .filter(WrongUsage::wasGiven);
        if (given.isPresent()) {
            return Message.of("cli.needs-value", name(given.get()), given.get().paramLabel());
        }
        return Message.of(
                "cli.missing-argument", missing.stream().map(WrongUsage::whole).collect(Collectors.joining(", ")));
    }

    /** With what comes after an option: perhaps only that is missing. */
    private static String whole(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : argument.paramLabel();
    }

    /** Nobody misses an option that is not required, unless it was given and what comes after it was not. */
    private static boolean wasGiven(ArgSpec argument) {
        return argument.isOption() && !argument.required();
    }

    private static Message misused(ArgSpec argument, Optional<String> value) {
        if (argument.arity().max() == 0) {
            return Message.of("cli.takes-no-value", name(argument));
        }
        if (value.isEmpty()) {
            return Message.of("cli.needs-value", name(argument), argument.paramLabel());
        }
        return wants(argument, Integer.class, int.class, Long.class, long.class)
                ? Message.of("cli.not-a-whole-number", name(argument), value.get())
                : wants(argument, Language.class)
                        ? Message.of("cli.no-such-choice", name(argument), value.get(), languages())
                        : Message.of("cli.wrong-value", name(argument), value.get());
    }

    /** @param types of which the option's value is one, perhaps inside an Optional */
    private static boolean wants(ArgSpec argument, Class<?>... types) {
        List<Class<?>> wanted = Stream.concat(
                        Stream.<Class<?>>of(argument.type()), Stream.<Class<?>>of(argument.auxiliaryTypes()))
                .toList();
        return Stream.of(types).anyMatch(wanted::contains);
    }

    private static String languages() {
        return Stream.of(Language.values())
                .map(language -> language.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
