package org.tallyroom.cli;

import java.util.Optional;
import org.tallyroom.message.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** The command that has all others below it. */
@Command(name = "tallyroom", version = "Tallyroom 0.1.0", mixinStandardHelpOptions = true)
final class Tallyroom implements Runnable {

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "cli.option.lang", scope = ScopeType.INHERIT)
    private Optional<Language> language = Optional.empty();

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    Tallyroom(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine withCommands(Terminal terminal) {
        return new CommandLine(new Tallyroom(terminal))
                .addSubcommand(new InitCommand(terminal))
                .addSubcommand(new PrintCommand(terminal))
                .addSubcommand(new LayoutCommand(terminal))
                .addSubcommand(new IssueCommand(terminal))
                .addSubcommand(new ScanCommand(terminal))
                .addSubcommand(new ReadingsCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new ReviewCommand(terminal))
                .addSubcommand(new RejudgeCommand(terminal))
                .addSubcommand(new CountCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new CloseCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(CalibrateCommand.withCommands(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        terminal.print(spec.commandLine().getUsageMessage());
    }
}
