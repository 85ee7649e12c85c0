package org.tallyroom.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.tallyroom.message.Message;
import org.tallyroom.station.Printing;
import org.tallyroom.station.Refusal;
import org.tallyroom.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "print", mixinStandardHelpOptions = true)
final class PrintCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(
            names = "--more",
            arity = "3",
            paramLabel = "UNIT TYPE N",
            hideParamSyntax = true,
            descriptionKey = "cli.option.more")
    private List<String> more = List.of();

    @Option(names = "--again", paramLabel = "UNIT", descriptionKey = "cli.option.again")
    private String again = "";

    @Mixin
    private Reason reason;

    private final Terminal terminal;

    PrintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folder.writing(this::print);
    }

    private int print(Station station) {
        Consumer<String> written = file -> terminal.print(folder.path().resolve(file).toString());
        Printing printing = new Printing(station);
        if (!more.isEmpty()) {
            printing.more(more.get(0), more.get(1), number(more.get(2)), written);
        } else if (!again.isEmpty()) {
            printing.again(again, reason.orRefuse("cli.again-needs-reason"), written);
        } else {
            printing.everything(written);
        }
        terminal.tell(Message.of("cli.print-every-page"));
        return Exit.DONE;
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw new Refusal(Message.of("cli.not-a-number", text));
        }
        return Integer.parseInt(text);
    }
}
