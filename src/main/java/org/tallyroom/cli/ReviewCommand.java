package org.tallyroom.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tallyroom.message.Message;
import org.tallyroom.station.Refusal;
import org.tallyroom.station.ReviewDesk;
import org.tallyroom.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "review", mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {

    private static final String NEEDS = "cli.decide-needs-name";

    @Mixin
    private StationFolder folder;

    @Option(names = "--list", descriptionKey = "cli.option.list")
    private boolean list;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    @Option(names = "--crops", descriptionKey = "cli.option.crops")
    private boolean crops;

    @Option(
            names = "--decide",
            arity = "3",
            paramLabel = "SHEET ITEM OPTION",
            hideParamSyntax = true,
            descriptionKey = "cli.option.decide")
    private List<String> decision = List.of();

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "cli.option.by")
    private List<String> by = List.of();

    @Mixin
    private Reason reason;

    private final Terminal terminal;

    ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (decision.isEmpty()) {
            return folder.reading(this::list);
        }
        String why = reason.orRefuse(NEEDS);
        if (by.isEmpty()) {
            throw new Refusal(Message.of(NEEDS));
        }
        return folder.writing(station -> decide(station, why));
    }

    private int decide(Station station, String why) {
        boolean settled =
                new ReviewDesk(station).decide(decision.get(0), decision.get(1), decision.get(2), by, why);
        terminal.say("cli.decided", decision.get(0), decision.get(1), decision.get(2));
        if (!settled) {
            terminal.tell(Message.of("cli.decided-alone"));
        }
        return settled ? Exit.DONE : Exit.WAITS;
    }

    private int list(Station station) {
        ReviewDesk.Document document = new ReviewDesk(station).list(crops);
        if (json) {
            terminal.json(document);
        } else {
            document.open().forEach(row -> terminal.print(String.join(
                    "  ", row.sheet(), row.unit(), row.item(), terminal.sentences().say("cli.open." + row.reason()))));
            document.together().forEach(rows -> terminal.say(
                    "cli.together", rows.sheet(), rows.rows().size(), rows.item(), String.join(", ", rows.rows())));
            document.pages().forEach(page -> terminal.print("%s %s  %s".formatted(
                    page.source().orElse("-"),
                    page.page().map(String::valueOf).orElse("-"),
                    page.reason().map(r -> terminal.sentences().say("cli.reason." + r)).orElse(""))));
            terminal.tell(Message.of("cli.waiting", document.open().size(), document.pages().size()));
        }
        return document.open().isEmpty() && document.pages().isEmpty() ? Exit.DONE : Exit.WAITS;
    }
}
