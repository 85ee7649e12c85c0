package org.tallyroom.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tallyroom.message.Message;
import org.tallyroom.station.Calibrating;
import org.tallyroom.station.CalibrationDocument;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "calibrate", mixinStandardHelpOptions = true)
final class CalibrateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    private CalibrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine withCommands(Terminal terminal) {
        return new CommandLine(new CalibrateCommand(terminal))
                .addSubcommand(new Print(terminal))
                .addSubcommand(new Read(terminal));
    }

    @Override
    public void run() {
        terminal.print(spec.commandLine().getUsageMessage());
    }

    @Command(name = "print", mixinStandardHelpOptions = true)
    static final class Print implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "FILE.pdf", descriptionKey = "cli.option.calibration-pdf")
        private Path file;

        private final Terminal terminal;

        private Print(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            new Calibrating().print(file);
            terminal.print(file.toString());
            terminal.tell(Message.of("cli.calibration-printed"));
            return Exit.DONE;
        }
    }

    @Command(name = "read", mixinStandardHelpOptions = true)
    static final class Read implements Callable<Integer> {

        @Parameters(index = "0..*", arity = "1..*", paramLabel = "SCAN", descriptionKey = "cli.option.path")
        private List<Path> scans;

        @Option(names = "--into", paramLabel = "FOLDER", descriptionKey = "cli.option.into")
        private Path into = Path.of(".");

        @Option(names = "--json", descriptionKey = "cli.option.json")
        private boolean json;

        private final Terminal terminal;

        private Read(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            CalibrationDocument document = new Calibrating().read(scans, into);
            if (json) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("scans", document.scans());
                said.put("profile", document.profile());
                said.put("criteria", document.criteria());
                said.put("refused", document.refused().stream().map(terminal.sentences()::say).toList());
                terminal.json(said);
            } else {
                document.scans().forEach(this::print);
            }
            document.refused().forEach(terminal::tell);
            document.profile().ifPresentOrElse(
                    file -> terminal.tell(Message.of("cli.profile-written", file)),
                    () -> terminal.tell(Message.of("cli.no-profile")));
            boolean unread = document.scans().stream().anyMatch(scan -> scan.kind().equals("unreadable"));
            return document.profile().isEmpty() || unread ? Exit.WAITS : Exit.DONE;
        }

        private void print(CalibrationDocument.Scan scan) {
            terminal.print(scan.source() + " " + scan.page());
            scan.measured().ifPresent(this::print);
            if (scan.measured().filter(CalibrationDocument.Measured::bilevel).isPresent()) {
                terminal.tell(Message.of("station.bilevel"));
            }
            scan.dirt().ifPresent(dirt -> terminal.say(
                    "cli.calibrated.dirt", dirt.specks(), figure(dirt.largestMm()), dirt.picture()));
            scan.reason().ifPresent(reason -> terminal.say("cli.reason." + reason));
            if (scan.streaks() > 0) {
                terminal.say("cli.calibrated.streaks", scan.streaks());
            }
        }

        private void print(CalibrationDocument.Measured m) {
            terminal.say(
                    "cli.calibrated.resolution",
                    figure(m.position().acrossDpi()),
                    figure(m.position().downDpi()),
                    figure(100 * m.scaleAcross()),
                    figure(100 * m.scaleDown()),
                    m.dpi());
            terminal.say(
                    "cli.calibrated.position",
                    figure(m.position().turnedDegrees()),
                    figure(m.position().skewDegrees()),
                    figure(m.position().residualMm()));
            terminal.say(
                    "cli.calibrated.noise",
                    figure(100 * m.contrast()),
                    figure(m.noiseMm()),
                    figure(m.noiseContrast()),
                    figure(m.noiseAlongMm2()));
            terminal.say("cli.calibrated.marks", figure(m.smallestMarkMm()), figure(m.weakestMark()));
        }

        private static String figure(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
    }
}
