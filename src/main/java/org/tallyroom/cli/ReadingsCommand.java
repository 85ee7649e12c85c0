package org.tallyroom.cli;

import java.util.concurrent.Callable;
import org.tallyroom.station.Counted;
import org.tallyroom.station.ReadingsDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "readings", mixinStandardHelpOptions = true)
final class ReadingsCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private final Terminal terminal;

    ReadingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folder.reading(station -> {
            ReadingsDocument document = ReadingsDocument.of(station);
            if (json) {
                terminal.json(document);
            } else {
                document.pages().forEach(this::print);
            }
            return Counted.of(station).sheetsWait() ? Exit.WAITS : Exit.DONE;
        });
    }

    private void print(ReadingsDocument.Page page) {
        String place = page.source().orElse("-") + " " + page.page().map(String::valueOf).orElse("-");
        String state = terminal.sentences().say("cli.state." + page.state());
        String reason = page.reason().map(r -> ": " + terminal.sentences().say("cli.reason." + r)).orElse("");
        StringBuilder answers = new StringBuilder();
        page.answers().forEach(row -> answers.append(' ').append(row.item()).append('=').append(row.answer()));
        terminal.print(place + "  " + page.sheet().orElse("-") + "  " + state + reason + answers);
    }
}
