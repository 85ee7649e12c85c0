package org.tallyroom.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tallyroom.message.Message;
import org.tallyroom.station.Counted;
import org.tallyroom.station.Equation;
import org.tallyroom.station.Refusal;
import org.tallyroom.station.Station;
import org.tallyroom.station.TakeIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "scan", mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", descriptionKey = "cli.option.path")
    private List<Path> paths;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private final Terminal terminal;

    ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folder.writing(this::scan);
    }

    private int scan(Station station) {
        boolean missing = paths.stream().anyMatch(Files::notExists);
        if (paths.stream().allMatch(Files::notExists)) {
            throw new Refusal(Message.of("cli.no-path-exists"));
        }
        TakeIn takeIn = new TakeIn(station, new Told());
        takeIn.run(paths);
        Counted counted = Counted.of(station);
        counted.photocopied().forEach(unit -> terminal.tell(Message.of("cli.photocopied", unit)));
        Equation equation = counted.equation();
        Message sum = Message.of(
                "cli.equation",
                equation.takenIn(),
                equation.read(),
                equation.unreadable(),
                equation.duplicate(),
                equation.foreign(),
                equation.blank(),
                equation.pending());
        if (json) {
            terminal.tell(sum);
        } else {
            terminal.print(terminal.sentences().say(sum));
        }
        return missing || takeIn.again() || counted.sheetsWait() ? Exit.WAITS : Exit.DONE;
    }

    /** Lines in the order of the files. */
    private final class Told implements TakeIn.Listener {
        @Override
        public void page(TakeIn.PageLine page) {
            if (json) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("source", page.source());
                line.put("page", page.page());
                line.put("state", page.state().word());
                line.put("reason", page.reason().isEmpty() ? Optional.empty() : page.reason());
                terminal.json(line);
            } else {
                String state = terminal.sentences().say("cli.state." + page.state().word());
                String why =
                        page.reason().isEmpty() ? "" : ": " + terminal.sentences().say("cli.reason." + page.reason());
                terminal.print(page.source() + " " + page.page() + "  " + state + why);
            }
        }

        @Override
        public void note(Message note) {
            terminal.tell(note);
        }
    }
}
