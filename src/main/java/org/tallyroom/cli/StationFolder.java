package org.tallyroom.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.tallyroom.station.Station;
import picocli.CommandLine.Parameters;

/** The DIR that nearly every command works in. */
final class StationFolder {

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "cli.option.dir")
    private Path folder;

    Path path() {
        return folder;
    }

    int reading(Function<Station, Integer> work) {
        try (Station station = Station.toRead(folder)) {
            return work.apply(station);
        }
    }

    int writing(Function<Station, Integer> work) {
        try (Station station = Station.toWrite(folder)) {
            LogFile log = LogFile.in(station.folder());
            try {
                return work.apply(station);
            } finally {
                log.close();
            }
        }
    }
}
