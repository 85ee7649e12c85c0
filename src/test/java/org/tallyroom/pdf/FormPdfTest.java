package org.tallyroom.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.layout.TextMetrics;
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

    @Test
    void itIsPrintedAtItsTrueSizeInVectorsAndWithItsFont() throws Exception {
        Path file = print("form.pdf", 1, 1);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("/PrintScaling /None");
        assertThat(run("pdfinfo", file)).contains("Pages:           15", "(A4)").doesNotContain("CreationDate");
        assertThat(run("pdfimages", "-list", file).lines()).as("two heading lines and no image").hasSize(2);
        assertThat(run("pdffonts", file).lines().skip(2)).hasSize(2).allMatch(l -> l.matches(".*NotoSansSC.* yes yes yes .*"));
    }

    @Test
    void theGridIsHalfAPointInsideAndOneToOneAndAHalfOutside() {
        PageLayout page = SampleMeeting.of("joint-assessment").layout(0, 0).page(1);
        double pt = TextMetrics.MM_PER_PT;
        assertThat(page.rules()).allMatch(r -> Math.abs(r.widthMm() / pt - 0.5) < 0.01 || r.widthMm() >= pt);
        assertThat(page.rules().stream().filter(r -> r.widthMm() >= pt && r.widthMm() <= 1.5 * pt)).hasSize(4);
    }

    private static String run(Object... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(Stream.of(command).map(String::valueOf).toList()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
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
