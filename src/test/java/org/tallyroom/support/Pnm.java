package org.tallyroom.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tallyroom.image.PageImage;

/** Gray pictures in the plainest of formats (PGM, binary, 8 bit), which poppler writes and SANE's pnm device scans. */
public final class Pnm {

    private final byte[] bytes;
    private int at;

    private Pnm(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All pictures of a file, one after the other. */
    public static List<PageImage> read(Path file) {
        try {
            Pnm reader = new Pnm(Files.readAllBytes(file));
            List<PageImage> pages = new ArrayList<>();
            while (reader.at < reader.bytes.length) {
                pages.add(reader.next());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(PageImage page, Path file) {
        byte[] head = ("P5\n" + page.width() + " " + page.height() + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + page.width() * page.height());
        for (int y = 0; y < page.height(); y++) {
            page.copyRow(0, y, page.width(), all, head.length + y * page.width());
        }
        try {
            return Files.write(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageImage next() {
        if (!word().equals("P5")) {
            throw new AssertionError("no PGM picture at byte " + at);
        }
        int width = Integer.parseInt(word());
        int height = Integer.parseInt(word());
        if (!word().equals("255")) {
            throw new AssertionError("not 8 bit");
        }
        byte[] gray = Arrays.copyOfRange(bytes, at, at + width * height);
        at += width * height;
        return PageImage.ofGray(width, height, gray);
    }

    /** The next word of the head, without SANE's remark before it, and the one white space behind it. */
    private String word() {
        while (bytes[at] == '#') {
            at = lineEnd() + 1;
        }
        int from = at;
        while (bytes[at] > ' ') {
            at++;
        }
        return new String(bytes, from, at++ - from, StandardCharsets.US_ASCII);
    }

    private int lineEnd() {
        int end = at;
        while (bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
