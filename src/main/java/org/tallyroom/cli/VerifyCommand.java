package org.tallyroom.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tallyroom.station.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path place = folder.path();
        Verification.Document document = Verification.of(place);
        if (json) {
            terminal.json(document);
        } else if (document.ok()) {
            terminal.say("cli.verified", place.toString());
        } else {
            document.findings().forEach(f -> terminal.print(f.file() + ": "
                    + terminal.sentences().say("cli.finding." + f.what())
                    + (f.affects().isEmpty() ? "" : " (" + String.join(", ", f.affects()) + ")")));
        }
        return document.ok() ? Exit.DONE : Exit.WAITS;
    }
}
