package org.tallyroom.cli;

import java.util.concurrent.Callable;
import org.tallyroom.json.Json;
import org.tallyroom.message.Message;
import org.tallyroom.station.CountDocument;
import org.tallyroom.station.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "count", mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private final Terminal terminal;

    CountCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folder.reading(station -> {
            Counted counted = Counted.of(station);
            CountDocument document = CountDocument.of(station, counted.count());
            counted.photocopied().forEach(unit -> terminal.tell(Message.of("cli.photocopied", unit)));
            if (json) {
                terminal.print(Json.canonical(document));
            } else {
                new ResultTable(terminal, station.meeting()).print(document, counted.count());
            }
            return counted.count().waits() ? Exit.WAITS : Exit.DONE;
        });
    }
}
