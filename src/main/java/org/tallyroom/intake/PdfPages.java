package org.tallyroom.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tallyroom.pdf.ScannedPage;
import org.tallyroom.pdf.ScannedPdf;

/** The pages of a PDF; a PDF without its end has one broken page more, because nobody knows what is missing. */
final class PdfPages implements Iterator<TakenPage>, AutoCloseable {

    /** Bytes at the end in which every program looks for the end marker. */
    private static final int TAIL = 2048;

    private final Optional<ScannedPdf> pdf;
    private final int pages;
    private final Optional<Fault> atEnd;
    private Optional<String> codingNotRead = Optional.empty();
    private int next = 1;

    private PdfPages(Optional<ScannedPdf> pdf, Optional<Fault> atEnd) {
        this.pdf = pdf;
        this.pages = pdf.map(ScannedPdf::pages).orElse(0);
        this.atEnd = pages == 0 && atEnd.isEmpty() ? Optional.of(Fault.DAMAGED_FILE) : atEnd;
    }

    static PdfPages open(Path file) throws IOException {
        Optional<Fault> end = ends(file) ? Optional.empty() : Optional.of(Fault.TRUNCATED);
        ScannedPdf.Opening opening = ScannedPdf.open(file);
        Optional<Fault> refused = opening.refusal().map(refusal -> switch (refusal) {
            case ENCRYPTED -> Fault.ENCRYPTED;
            case DAMAGED -> end.orElse(Fault.DAMAGED_FILE);
        });
        return new PdfPages(opening.pdf(), refused.or(() -> end));
    }

    private static boolean ends(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    @Override
    public boolean hasNext() {
        return next <= pages + (atEnd.isPresent() ? 1 : 0);
    }

    @Override
    public TakenPage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int number = next++;
        return number > pages
                ? new TakenPage.Broken(atEnd.orElseThrow())
                : pdf.orElseThrow().page(number).match(
                        TakenPage.Packed::new,
                        TakenPage.Coded::new,
                        TakenPage.Unpacked::new,
                        reason -> new TakenPage.Broken(fault(reason)));
    }

    private Fault fault(ScannedPage.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> Fault.TOO_LARGE;
            case DAMAGED -> Fault.DAMAGED_FILE;
            case JPEG_2000 -> {
                codingNotRead = Optional.of(FileKind.JPEG_2000);
                yield Fault.DAMAGED_FILE;
            }
        };
    }

    Optional<String> codingNotRead() {
        return codingNotRead;
    }

    @Override
    public void close() {
        pdf.ifPresent(ScannedPdf::close);
    }
}
