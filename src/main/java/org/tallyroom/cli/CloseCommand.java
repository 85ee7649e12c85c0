package org.tallyroom.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tallyroom.message.Message;
import org.tallyroom.station.Conclusion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "close", mixinStandardHelpOptions = true)
final class CloseCommand implements Callable<Integer> {

    @Mixin
    private StationFolder folder;

    @Option(names = "--by", required = true, paramLabel = "NAME", descriptionKey = "cli.option.by")
    private List<String> by;

    private final Terminal terminal;

    CloseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Conclusion.Closed closed = Conclusion.close(folder.path(), by);
        closed.uncounted().forEach(terminal::tell);
        terminal.tell(Message.of("cli.closed"));
        terminal.print(closed.code());
        if (closed.waits()) {
            terminal.tell(Message.of("cli.closed-with-open"));
        }
        return closed.waits() ? Exit.WAITS : Exit.DONE;
    }
}
