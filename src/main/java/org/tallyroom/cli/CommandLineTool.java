package org.tallyroom.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallyroom.message.Language;
import org.tallyroom.message.Message;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.station.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command and gives its exit code. The only place where a failure becomes a sentence. */
public final class CommandLineTool {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineTool.class);

    private final PrintStream out;
    private final PrintStream err;

    public CommandLineTool(PrintStream out, PrintStream err) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /** @return 0 done, 1 the world broke, 2 wrong usage or definition, 3 done and something waits for a person */
    public int run(String... arguments) {
        Terminal terminal = new Terminal(out, err, Sentences.in(language(List.of(arguments))));
        CommandLine command = Tallyroom.withCommands(terminal);
        Usage.explain(command, terminal.sentences());
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        command.setParameterExceptionHandler((wrong, given) -> wrongUsage(terminal, wrong));
        command.setExecutionExceptionHandler((failure, failed, parsed) -> failed(terminal, failure));
        int code = command.execute(arguments);
        out.flush();
        return code;
    }

    private static int wrongUsage(Terminal terminal, ParameterException wrong) {
        terminal.tell(WrongUsage.sentence(wrong));
        return Exit.WRONG_USAGE;
    }

    private static int failed(Terminal terminal, Exception failure) {
        if (failure instanceof Refusal refusal) {
            terminal.tell(refusal.sentence());
            return Exit.WRONG_USAGE;
        }
        LOG.error("failed", failure);
        if (failure instanceof WorldBroke broken) {
            terminal.tell(broken.sentence());
        } else {
            String what = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            terminal.tell(Message.of("cli.our-mistake", what));
        }
        return Exit.WORLD_BROKE;
    }

    /** Needed before anything is parsed: what is wrong with the arguments must be said in it too. */
    private static Language language(List<String> arguments) {
        Optional<String> asked = arguments.stream()
                .filter(a -> a.startsWith("--lang="))
                .map(a -> a.substring("--lang=".length()))
                .findFirst();
        int at = arguments.indexOf("--lang");
        Optional<String> next = arguments.stream().skip(at + 1L).findFirst().filter(value -> at >= 0);
        return asked.or(() -> next)
                .or(() -> Optional.ofNullable(System.getProperty("tallyroom.language")))
                .flatMap(name -> Arrays.stream(Language.values())
                        .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                        .findFirst())
                .orElseGet(() -> Language.of(Locale.getDefault()));
    }
}
