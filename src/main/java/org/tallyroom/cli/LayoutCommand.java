package org.tallyroom.cli;

import java.util.concurrent.Callable;
import org.tallyroom.station.LayoutDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "layout", mixinStandardHelpOptions = true)
final class LayoutCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private final Terminal terminal;

    LayoutCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folder.reading(station -> {
            LayoutDocument document = LayoutDocument.of(station);
            if (json) {
                terminal.json(document);
            } else {
                document.sheets().forEach(sheet -> sheet.pages().forEach(page -> terminal.print("%s  %s  %s  %s"
                        .formatted(sheet.sheet(), sheet.unit(), sheet.respondentType(), place(page)))));
            }
            return Exit.DONE;
        });
    }

    private static String place(LayoutDocument.Page page) {
        return page.pdf().map(pdf -> pdf + ":" + page.pdfPage().orElseThrow()).orElse("-");
    }
}
