package org.tallyroom.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.support.SampleMeeting;

class MeetingRehearsalTest {

    private static final SampleMeeting SAMPLE = SampleMeeting.of("joint-assessment");

    @TempDir
    private Path folder;

    @Test
    void printedFormsGoInAndReadableScansWithTheirTruthComeOut() {
        List<PrintedPage> printed = print(1, 0, 8);
        AtomicInteger done = new AtomicInteger();
        Truth truth = rehearsal(3).perform(printed, folder.resolve("scans"), done::incrementAndGet);
        assertThat(done).hasValue(printed.size());
        assertThat(truth.lines()).hasSize(printed.stream().mapToInt(p -> p.layout().rows().size()).sum());
        List<String> files = truth.lines().stream().map(Truth.Line::file).distinct().toList();
        assertThat(files).anyMatch(f -> f.endsWith(".jpg")).anyMatch(f -> f.endsWith(".pdf"));
        for (String file : files) {
            int pages = truth.lines().stream()
                    .filter(line -> line.file().equals(file))
                    .mapToInt(Truth.Line::page)
                    .max()
                    .orElseThrow();
            assertThat(taken(folder.resolve("scans").resolve(file))).as(file).isEqualTo(pages);
        }
        assertThat(truth.csv()).startsWith("file,page,sheet,item,answer\n").hasLineCount(1 + truth.lines().size());
    }

    @Test
    void theSameSeedGivesTheSameFiles() throws IOException {
        List<PrintedPage> printed = print(0, 0, 5);
        Truth truth = rehearsal(4).perform(printed, folder.resolve("one"), () -> {});
        assertThat(rehearsal(4).perform(printed, folder.resolve("two"), () -> {})).isEqualTo(truth);
        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(
                            Files.mismatch(file, folder.resolve("two").resolve(file.getFileName())))
                    .as(file.toString())
                    .isEqualTo(-1));
        }
    }

    private static MeetingRehearsal rehearsal(long seed) {
        Meeting meeting = SAMPLE.meeting();
        Respondents people = new Respondents(meeting, SAMPLE.forms(), new Seed(seed));
        return new MeetingRehearsal(meeting, people, Scanner.OFFICE.at(150), new Seed(seed));
    }

    private List<PrintedPage> print(int unit, int type, int sheets) {
        FormLayout layout = SAMPLE.layout(unit, type);
        List<PrintedSheet> made = IntStream.range(0, sheets)
                .mapToObj(i -> SAMPLE.sheet(layout, unit, type, i))
                .toList();
        Path pdf = folder.resolve(unit + "-" + type + ".pdf");
        try (OutputStream out = Files.newOutputStream(pdf)) {
            new FormPdf(SampleMeeting.FONT).write(out, made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<PrintedPage> pages = new ArrayList<>();
        made.forEach(sheet -> layout.pages().forEach(page -> pages.add(new PrintedPage(
                pdf,
                pages.size() + 1,
                sheet.shortCode().value(),
                SAMPLE.meeting().units().get(unit).id(),
                SAMPLE.meeting().respondentTypes().get(type).id(),
                page))));
        return pages;
    }

    private static int taken(Path file) {
        int pages = 0;
        try (ScanFile scans = ScanFile.open(file)) {
            while (scans.hasNext()) {
                pages += scans.next().unpack(fine -> 1, fault -> 0);
            }
        }
        return pages;
    }
}
