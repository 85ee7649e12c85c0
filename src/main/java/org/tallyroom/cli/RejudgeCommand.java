package org.tallyroom.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tallyroom.message.Message;
import org.tallyroom.station.Counted;
import org.tallyroom.station.Rejudging;
import org.tallyroom.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "rejudge", mixinStandardHelpOptions = true)
final class RejudgeCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(names = "--profile", required = true, paramLabel = "FILE", descriptionKey = "cli.option.profile")
    private Path profile;

    @Mixin
    private Reason reason;

    @Option(names = "--by", required = true, paramLabel = "NAME", descriptionKey = "cli.option.by")
    private List<String> by;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private final Terminal terminal;

    RejudgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String why = reason.orRefuse("cli.rejudging-needs-reason");
        return folder.writing(station -> rejudge(station, why));
    }

    private int rejudge(Station station, String why) {
        Rejudging.Outcome outcome = new Rejudging(station).with(profile, why, by);
        if (outcome.done().isEmpty()) {
            return terminal.problems(outcome.problems());
        }
        Rejudging.Document document = outcome.done().get();
        if (json) {
            terminal.json(document);
        } else {
            document.changes().forEach(c -> terminal.print(
                    String.join("  ", c.sheet(), c.unit(), c.item(), c.before() + " → " + c.after())));
        }
        terminal.tell(Message.of("cli.rejudged", document.changes().size()));
        return Counted.of(station).sheetsWait() ? Exit.WAITS : Exit.DONE;
    }
}
