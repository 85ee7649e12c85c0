package org.tallyroom.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.meeting.Unit;
import org.tallyroom.message.Sentences;
import org.tallyroom.office.ReportCsv;
import org.tallyroom.office.ReportWorkbook;
import org.tallyroom.pdf.ReportPdf;
import org.tallyroom.report.Counted;
import org.tallyroom.report.Report;
import org.tallyroom.report.Reports;
import org.tallyroom.store.Folder;
import org.tallyroom.tally.Count;

/** Writes the reports of the count as it stands: provisional until it is closed. */
public final class Reporting {

    private final Station station;
    private final Sentences sentences;
    private final List<Path> written = new ArrayList<>();

    public Reporting(Station station, Sentences sentences) {
        this.station = station;
        this.sentences = sentences;
    }

    /** @return the files, in the order in which they are reported: PDF, and the same figures as XLSX and CSV */
    public List<Path> write() {
        Definitions definitions = station.definitions();
        Count count = org.tallyroom.station.Counted.of(station).count();
        CountDocument document = CountDocument.of(station, count);
        Counted counted = new Counted(
                definitions.meeting(),
                definitions.forms(),
                count,
                definitions.hash(),
                station.closed() ? Optional.of(document.verificationCode()) : Optional.empty(),
                station.rehearsal());
        made();
        write("clearing", List.of(Reports.clearing(counted)));
        write("results", Reports.tallies(counted));
        write("summary", List.of(Reports.summary(counted)));
        for (Unit unit : definitions.meeting().units()) {
            write("feedback-" + unit.id(), List.of(Reports.feedback(counted, unit.id())));
        }
        table("clearing", Reports.clearing(counted));
        table("summary", Reports.summary(counted));
        for (Unit unit : definitions.meeting().units()) {
            table("results-" + unit.id(), Reports.tally(counted, unit.id()));
        }
        Path workbook = station.folder().reports().resolve("count.xlsx");
        ReportWorkbook.write(Reports.all(counted), workbook, sentences);
        written.add(workbook);
        return written;
    }

    private void table(String name, Report report) {
        Path csv = station.folder().reports().resolve(name + ".csv");
        ReportCsv.write(report, csv, sentences);
        written.add(csv);
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
