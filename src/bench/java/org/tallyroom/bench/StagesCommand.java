package org.tallyroom.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "stages",
        mixinStandardHelpOptions = true,
        description = "Measures the stages of reading one page with JMH.")
final class StagesCommand implements Callable<Integer> {

    @Option(names = "--seconds", description = "of each of the 3 + 5 iterations (default ${DEFAULT-VALUE})")
    private int seconds = 2;

    @Option(names = "--results", paramLabel = "FILE", description = "write JMH's table there as well")
    private Optional<Path> results = Optional.empty();

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(StageBenchmark.class.getName())
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xss2m", "-Xmx1536m", "-Djava.awt.headless=true")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(seconds));
        results.ifPresent(file -> options.resultFormat(ResultFormatType.TEXT).result(file.toString()));
        System.out.println("bench stages: " + Machine.today());
        new Runner(options.build()).run();
        return 0;
    }
}
