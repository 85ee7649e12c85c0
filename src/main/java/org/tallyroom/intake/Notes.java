package org.tallyroom.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes the notes out of a picture file (EXIF with date, place and camera, texts, times) and leaves every coded pixel
 * byte as it is: a picture must not tell who scanned it when (trust.md §Identity).
 */
final class Notes {

    /** PNG chunks that hold or explain pixels; all others are notes. */
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA");

    private static final int PNG_SIGNATURE = 8;

    private Notes() {}

    static boolean isJpeg(byte[] file) {
        return file.length > 1 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8;
    }

    /** @param file a complete JPEG or PNG */
    static byte[] removed(byte[] file) {
        return isJpeg(file) ? jpeg(file) : png(file);
    }

    /** Drops APP1 … APP13, APP15 and comments; APP0 (JFIF) and APP14 (Adobe) say how colours are coded. */
    private static byte[] jpeg(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 2);
        int at = 2;
        while (at + 3 < file.length && (file[at] & 0xff) == 0xff) {
            int marker = file[at + 1] & 0xff;
            int length = 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
            if (marker == 0xda || at + length > file.length) {
                break;
            }
            boolean note = marker == 0xfe || marker > 0xe0 && marker <= 0xef && marker != 0xee;
            if (!note) {
                kept.write(file, at, length);
            }
            at += length;
        }
        kept.write(file, at, file.length - at);
        return kept.toByteArray();
    }

    private static byte[] png(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, PNG_SIGNATURE);
        int at = PNG_SIGNATURE;
        while (at + 12 <= file.length) {
            int length = (file[at] & 0xff) << 24 | (file[at + 1] & 0xff) << 16 | (file[at + 2] & 0xff) << 8
                    | file[at + 3] & 0xff;
            String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PIXELS.contains(name)) {
                kept.write(file, at, 12 + length);
            }
            at += 12 + length;
        }
        return kept.toByteArray();
    }
}
