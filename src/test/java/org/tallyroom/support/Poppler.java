package org.tallyroom.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tallyroom.image.PageImage;

/** Another program's eyes on our PDF files: what poppler draws is what a printer prints. */
public final class Poppler {

    private Poppler() {}

    /** All pages, gray. */
    public static List<PageImage> pages(Path pdf, int dpi) {
        return run(List.of("pdftoppm", "-gray", "-r", String.valueOf(dpi), pdf.toString()));
    }

    /** One page, gray; {@code number} from 1. */
    public static PageImage page(Path pdf, int number, int dpi) {
        String n = String.valueOf(number);
        return run(List.of("pdftoppm", "-gray", "-r", String.valueOf(dpi), "-f", n, "-l", n, pdf.toString()))
                .get(0);
    }

    private static List<PageImage> run(List<String> command) {
        Path pgm = Tool.run("poppler-utils", command);
        try {
            return Pnm.read(pgm);
        } finally {
            delete(pgm);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
