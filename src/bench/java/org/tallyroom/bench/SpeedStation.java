package org.tallyroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.tallyroom.definition.Problem;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.station.Preparing;
import org.tallyroom.station.Printing;
import org.tallyroom.station.Station;

/** A rehearsal station with as many printed sheets as a bench asks for, and fresh copies of it to scan into. */
record SpeedStation(Path folder) {

    private static final String FORM = "/forms/joint-assessment/";

    static SpeedStation prepared(Path folder) {
        try {
            Path definitions = Files.createDirectories(folder.resolve("definitions"));
            for (String name : List.of("meeting.yaml", "form.yaml")) {
                try (InputStream in = SpeedStation.class.getResourceAsStream(FORM + name)) {
                    Files.write(definitions.resolve(name), in.readAllBytes());
                }
            }
            Path station = folder.resolve("station");
            List<Problem> problems = Preparing.prepare(definitions.resolve("meeting.yaml"), station, true);
            if (!problems.isEmpty()) {
                throw new IllegalStateException(problems.toString());
            }
            return new SpeedStation(station);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Prints this many sheets of the first unit. @return seconds it took */
    double print(int sheets) {
        try (Station station = Station.toWrite(folder)) {
            Meeting meeting = station.meeting();
            String unit = meeting.units().get(0).id();
            String type = meeting.respondentTypes().get(0).id();
            long start = System.nanoTime();
            new Printing(station).more(unit, type, sheets, file -> {});
            return (System.nanoTime() - start) / 1e9;
        }
    }

    SpeedStation copy(Path to) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes is) throws IOException {
                    Files.createDirectories(to.resolve(folder.relativize(from)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path from, BasicFileAttributes is) throws IOException {
                    Files.copy(from, to.resolve(folder.relativize(from)));
                    return FileVisitResult.CONTINUE;
                }
            });
            return new SpeedStation(to);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
