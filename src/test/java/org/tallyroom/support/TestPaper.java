package org.tallyroom.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tallyroom.json.Json;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PrintedSheet;

/**
 * The sheets that sets of scans are printed from: sheet i is one of unit i mod 2, in pairs by turns of both types of
 * respondents. Written beside the scans, so that paper stays readable when forms and typesetting change.
 */
record TestPaper(SampleMeeting meeting, List<PrintedSheet> sheets) {

    static TestPaper of(Path definitions, int count) throws IOException {
        SampleMeeting meeting = SampleMeeting.of(
                Files.readString(definitions.resolve("form.yaml")),
                Files.readString(definitions.resolve("meeting.yaml")));
        return new TestPaper(
                meeting,
                IntStream.range(0, count)
                        .mapToObj(i -> meeting.sheet(meeting.layout(unit(i), type(i)), unit(i), type(i), i))
                        .toList());
    }

    private static int unit(int sheet) {
        return sheet % 2;
    }

    private static int type(int sheet) {
        return sheet / 2 % 2;
    }

    Path print(Path pdf) throws IOException {
        try (OutputStream out = Files.newOutputStream(pdf)) {
            new FormPdf(SampleMeeting.FONT).write(out, sheets);
        }
        return pdf;
    }

    /** What opens the codes again, and where everything is on this paper. */
    void describe(Path folder) throws IOException {
        Files.writeString(folder.resolve("codes.properties"), codes());
        Files.writeString(folder.resolve("layouts.json"), Json.text(layouts()) + "\n");
    }

    /** Page of the PDF (from 1), printed short code, and the index of its layout in {@code layouts.json}. */
    String pages() {
        return IntStream.range(0, sheets.size())
                .mapToObj(i -> (i + 1) + "," + sheets.get(i).shortCode().value() + "," + (2 * type(i) + unit(i)))
                .collect(Collectors.joining("\n", "page,sheet,layout\n", "\n"));
    }

    private String codes() {
        String tokens = IntStream.range(0, sheets.size())
                .mapToObj(i -> "sheet." + sheets.get(i).shortCode().value() + "="
                        + meeting.code(unit(i), type(i), 1, i).token())
                .collect(Collectors.joining("\n", "", "\n"));
        return "# A throw-away secret: these sheets were never part of a meeting.\n"
                + "key=" + HexFormat.of().formatHex(SampleMeeting.KEY) + "\n"
                + "meeting=" + meeting.meeting().id() + "\n"
                + "definition=" + meeting.hash() + "\n"
                + tokens;
    }

    private ScanSet.Layouts layouts() {
        return new ScanSet.Layouts(IntStream.range(0, 4)
                .mapToObj(i -> new ScanSet.KindOfSheet(0, i % 2, i / 2, meeting.layout(i % 2, i / 2)))
                .toList());
    }
}
