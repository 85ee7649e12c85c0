package org.tallyroom.cli;

import java.util.concurrent.Callable;
import org.tallyroom.station.Reporting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    private final Terminal terminal;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folder.reading(station -> {
            new Reporting(station, terminal.sentences()).write().forEach(file -> terminal.print(file.toString()));
            return Exit.DONE;
        });
    }
}
