package org.tallyroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.station.DemoMeeting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", descriptionKey = "cli.option.demo-dir")
    private Path folder;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.option.seed")
    private long seed = 2014;

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path target = folder == null ? fresh() : folder;
        DemoMeeting demo = new DemoMeeting(target, seed, terminal.sentences(), this::bar);
        terminal.tell(Message.of("cli.demo-begins", target.toString(), String.valueOf(seed)));
        DemoMeeting.Result result = demo.run();
        new ResultTable(terminal, result.meeting()).print(result.document(), result.count());
        terminal.say("cli.demo-files");
        result.files().forEach(file -> terminal.print("  " + file));
        terminal.say("cli.demo-rehearsal");
        return Exit.DONE;
    }

    private static Path fresh() {
        try {
            return Files.createTempDirectory("tallyroom-demo-").resolve("station");
        } catch (IOException e) {
            throw new WorldBroke(Message.of("cli.no-temporary-folder"), e);
        }
    }

    /** A bar for one step of known length; the consumer steps it. */
    private DemoMeeting.Step bar(Message task, int length) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(terminal.sentences().say(task))
                .setInitialMax(length)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new Line(terminal))
                .setUpdateIntervalMillis(200)
                .build();
        return new DemoMeeting.Step() {
            @Override
            public void one() {
                bar.step();
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /** Bars belong to standard error: standard output is for results. Without a terminal only a bar's end is told. */
    private static final class Line implements ProgressBarConsumer {
        private final boolean watched = System.console() != null;
        private final Terminal terminal;
        private String last = "";

        Line(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public int getMaxRenderedLength() {
            return 78;
        }

        @Override
        public void accept(String rendered) {
            last = rendered;
            if (watched) {
                terminal.err().print('\r' + rendered);
                terminal.err().flush();
            }
        }

        @Override
        public void close() {
            terminal.err().println(watched ? "" : last);
        }
    }
}
