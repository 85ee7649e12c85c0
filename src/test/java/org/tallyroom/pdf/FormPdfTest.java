package org.tallyroom.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.support.SampleMeeting;

class FormPdfTest {

    @TempDir
    private Path folder;

    @Test
    void theSameSheetsGiveTheSameBytes() throws IOException {
        Path first = print("first.pdf", 0, 0);
        Path second = print("second.pdf", 0, 0);
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.size(first)).isLessThan(300_000);
    }

    private Path print(String name, int unit, int type) throws IOException {
        SampleMeeting sample = SampleMeeting.of("joint-assessment");
        FormLayout layout = sample.layout(unit, type);
        List<PrintedSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            sheets.add(sample.sheet(layout, unit, type, i));
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            new FormPdf(SampleMeeting.FONT).write(out, sheets);
        }
        return file;
    }
}
