package org.tallyroom.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Sentences;
import org.tallyroom.pdf.ReportPdf;
import org.tallyroom.report.Report;
import org.tallyroom.report.Reports;
import org.tallyroom.store.Folder;

/** Writes the reports of the count as it stands: provisional until it is closed. */
public final class Reporting {

    private final Station station;
    private final Sentences sentences;
    private final List<Path> written = new ArrayList<>();

    public Reporting(Station station, Sentences sentences) {
        this.station = station;
        this.sentences = sentences;
    }

    /** @return the files, in the order in which they are reported */
    public List<Path> write() {
        Definitions definitions = station.definitions();
        CountDocument document = CountDocument.of(station, Counted.of(station).count());
        org.tallyroom.report.Counted counted = new org.tallyroom.report.Counted(
                definitions.meeting(),
                definitions.forms(),
                Counted.of(station).count(),
                definitions.hash(),
                station.closed() ? Optional.of(document.verificationCode()) : Optional.empty());
        made();
        write("clearing", List.of(Reports.clearing(counted)));
        write("results", Reports.tallies(counted));
        write("summary", List.of(Reports.summary(counted)));
        for (Unit unit : definitions.meeting().units()) {
            write("feedback-" + unit.id(), List.of(Reports.feedback(counted, unit.id())));
        }
        return written;
    }

    private void made() {
        try {
            Files.createDirectories(station.folder().reports());
        } catch (IOException e) {
            throw Folder.cannotWrite(station.folder().reports(), e);
        }
    }

    private void write(String name, List<Report> reports) {
        Path pdf = station.folder().reports().resolve(name + ".pdf");
        new ReportPdf(station.font()).write(reports, pdf, sentences);
        written.add(pdf);
    }
}
