package org.tallyroom.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tallyroom.definition.Problem;
import org.tallyroom.message.Message;
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

    private final Terminal terminal;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Problem> problems = Preparing.prepare(meeting, folder, rehearsal);
        problems.forEach(problem -> terminal.err().println(line(problem)));
        if (problems.isEmpty()) {
            terminal.say("cli.prepared", folder.toString());
            return Exit.DONE;
        }
        terminal.tell(Message.of("cli.problems", problems.size()));
        return Exit.WRONG_USAGE;
    }

    /** As compilers write it, so that an editor can jump there. */
    private String line(Problem problem) {
        String where = problem.origin().line() > 0
                ? problem.origin().file() + ":" + problem.origin().line()
                : problem.origin().file();
        return where + ": " + terminal.sentences().say(problem.sentence());
    }
}
