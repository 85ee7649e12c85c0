package org.tallyroom.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tallyroom.station.IssueDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "issue", mixinStandardHelpOptions = true)
final class IssueCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(names = "--unit", required = true, paramLabel = "UNIT", descriptionKey = "cli.option.unit")
    private String unit;

    @Option(names = "--type", required = true, paramLabel = "TYPE", descriptionKey = "cli.option.type")
    private String type;

    @Option(names = "--present", paramLabel = "N", descriptionKey = "cli.option.present")
    private Optional<Integer> present = Optional.empty();

    @Option(names = "--issued", paramLabel = "N", descriptionKey = "cli.option.issued")
    private Optional<Integer> issued = Optional.empty();

    @Option(names = "--unused", paramLabel = "N", descriptionKey = "cli.option.unused")
    private Optional<Integer> unused = Optional.empty();

    @Option(names = "--spoiled", paramLabel = "N", descriptionKey = "cli.option.spoiled")
    private Optional<Integer> spoiled = Optional.empty();

    @Option(names = "--returned", paramLabel = "N", descriptionKey = "cli.option.returned")
    private Optional<Integer> returned = Optional.empty();

    @Option(names = "--by", required = true, paramLabel = "NAME", descriptionKey = "cli.option.by")
    private String by;

    private final Terminal terminal;

    IssueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        present.ifPresent(n -> figures.put("present", n));
        issued.ifPresent(n -> figures.put("issued", n));
        unused.ifPresent(n -> figures.put("unused", n));
        spoiled.ifPresent(n -> figures.put("spoiled", n));
        returned.ifPresent(n -> figures.put("returned", n));
        return folder.writing(station -> {
            new IssueDesk(station).enter(unit, type, figures, by);
            terminal.say("cli.entered", unit, type);
            return Exit.DONE;
        });
    }
}
