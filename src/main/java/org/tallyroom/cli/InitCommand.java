package org.tallyroom.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tallyroom.definition.Problem;
import org.tallyroom.station.Preparing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "init", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MEETING.yaml", descriptionKey = "cli.option.meeting")
    private Path meeting;

    @Parameters(index = "1", paramLabel = "DIR", descriptionKey = "cli.option.dir")
    private Path folder;

    @Option(names = "--rehearsal", descriptionKey = "cli.option.rehearsal")
    private boolean rehearsal;

    @Option(names = "--profile", paramLabel = "FILE", descriptionKey = "cli.option.profile")
    private Optional<Path> profile = Optional.empty();

    private final Terminal terminal;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Problem> problems = Preparing.prepare(meeting, folder, rehearsal, profile);
        if (!problems.isEmpty()) {
            return terminal.problems(problems);
        }
        terminal.say("cli.prepared", folder.toString());
        return Exit.DONE;
    }
}
