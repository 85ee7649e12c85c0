package org.tallyroom.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallyroom.message.Language;
import org.tallyroom.message.Sentences;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.support.SampleMeeting;

/** What the one who prints gets beside the forms. */
class PackingPdfTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPackingListNamesEveryFileAndTheTotals(Language language) throws Exception {
        List<PackingList.Entry> entries = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> new PackingList.Entry("file-" + i + ".pdf", "单位参评人员", i, 2))
                .toList();
        Sentences words = Sentences.in(language);
        Path file = folder.resolve("packing.pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            new PackingPdf(new Lettering(SampleMeeting.FONT, SampleMeeting.METRICS, words))
                    .write(out, List.of(new PackingList("会议", "金水区档案馆", "金水区园林局", entries)));
        }
        String text = text(file);
        assertThat(text.split("\f")).hasSize(2);
        entries.forEach(entry -> assertThat(text).contains(entry.file()));
        assertThat(text).contains("金水区档案馆", words.say("pdf.packing.total") + " 105 210");
        assertThat(text).contains(words.say("pdf.packing.each-page"), words.say("pdf.packing.scale"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCheckPageIsPrintedAtItsTrueSize(Language language) throws Exception {
        Path file = folder.resolve("check.pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            new CheckPdf(new Lettering(SampleMeeting.FONT, SampleMeeting.METRICS, Sentences.in(language))).write(out);
        }
        assertThat(text(file)).contains(Sentences.in(language).say("pdf.check.ruler"));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("/PrintScaling /None");
    }

    @Test
    void nothingCanBeWrittenToAFullDisk() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThat(catchThrowableOfType(
                                WorldBroke.class,
                                () -> new CheckPdf(new Lettering(SampleMeeting.FONT, SampleMeeting.METRICS, Sentences.in(Language.EN)))
                                        .write(full))
                        .sentence()
                        .key())
                .isEqualTo("pdf.cannot-write");
    }

    private static String text(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("pdftotext", "-raw", "-enc", "UTF-8", file.toString(), "-").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }
}
