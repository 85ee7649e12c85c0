package org.tallyroom.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tallyroom.station.Explaining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Parameters(index = "1", paramLabel = "SHEET", descriptionKey = "cli.option.sheet")
    private String sheet;

    @Option(names = "--into", paramLabel = "FOLDER", descriptionKey = "cli.option.into")
    private Optional<Path> into = Optional.empty();

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folder.reading(station -> {
            Path place = into.orElseGet(() -> station.folder().review());
            Explaining.Document document = new Explaining(station, terminal.sentences()).explain(sheet, place);
            if (json) {
                terminal.json(document);
            } else {
                document.pages().forEach(page -> terminal.print(page.picture()));
            }
            return Exit.DONE;
        });
    }
}
