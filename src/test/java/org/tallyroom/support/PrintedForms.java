package org.tallyroom.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.SheetCode;
import org.tallyroom.sheetcode.ShortCode;

/** Sheets of the seed's form for its first unit, printed by the product and drawn by poppler. */
public final class PrintedForms {

    public static final SampleMeeting SAMPLE = SampleMeeting.of("joint-assessment");
    public static final FormLayout LAYOUT = SAMPLE.layout(0, 0);

    private PrintedForms() {}

    public static Recogniser recogniser() {
        return new Recogniser(new Printed(SAMPLE.seal(), Map.of(new Printed.Kind(0, 0, 0), LAYOUT)));
    }

    public static SheetCode code(int number) {
        return SAMPLE.code(0, 0, 1, number);
    }

    public static ShortCode shortCode(int number) {
        return SAMPLE.sheet(LAYOUT, 0, 0, number).shortCode();
    }

    public static PageImage page(int number, int dpi) {
        return drawn(List.of(SAMPLE.sheet(LAYOUT, 0, 0, number)), dpi).get(0);
    }

    /** The sheets 0 … {@code count} - 1. */
    public static List<PageImage> pages(int count, int dpi) {
        return drawn(IntStream.range(0, count).mapToObj(n -> SAMPLE.sheet(LAYOUT, 0, 0, n)).toList(), dpi);
    }

    /** The same form with codes that another secret has sealed. */
    public static PageImage sealedBy(CodeSeal seal, int dpi) {
        PrintedSheet sheet = SAMPLE.sheet(LAYOUT, 0, 0, 0);
        return drawn(List.of(new PrintedSheet(LAYOUT, sheet.shortCode(), List.of(seal.seal(code(0))))), dpi)
                .get(0);
    }

    /** First pages of any sheets, in their order. */
    public static List<PageImage> drawn(List<PrintedSheet> sheets, int dpi) {
        try {
            Path pdf = Files.createTempFile("tallyroom-form", ".pdf");
            try (OutputStream out = Files.newOutputStream(pdf)) {
                new FormPdf(SampleMeeting.FONT).write(out, sheets);
            }
            List<PageImage> pages = Poppler.pages(pdf, dpi);
            Files.delete(pdf);
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
