package org.tallyroom.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.tallyroom.vision.JpegMarks;

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

    /** @param file a JPEG or PNG; what follows a part that breaks off or contradicts itself is left as it is */
    static byte[] removed(byte[] file) {
        return isJpeg(file) ? jpeg(file) : png(file);
    }

    /**
     * Drops APP1 … APP13, APP15, comments and whatever follows the end marker (a phone's film or second picture); APP0
     * (JFIF) and APP14 (Adobe) say how colours are coded.
     */
    private static byte[] jpeg(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        JpegMarks marks = new JpegMarks(file);
        int from = 0;
        int at = 2;
        while (at + 3 < file.length) {
            int marker = file[at + 1] & 0xff;
            if (file[at] != (byte) 0xff || marker == 0 || marker >= 0xd0 && marker <= 0xd8 || marker == 0xff) {
                at = marks.next(at + 1);
                continue;
            }
            if (marker == 0xd9) {
                kept.write(file, from, at + 2 - from);
                return kept.toByteArray();
            }
            int next = at + 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
            if (isNote(marker) && next <= file.length) {
                kept.write(file, from, at - from);
                from = next;
            }
            at = next;
        }
        kept.write(file, from, file.length - from);
        return kept.toByteArray();
    }

    private static boolean isNote(int marker) {
        return marker == 0xfe || marker > 0xe0 && marker <= 0xef && marker != 0xee;
    }

    private static byte[] png(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        int at = Math.min(PNG_SIGNATURE, file.length);
        kept.write(file, 0, at);
        while (at + 12 <= file.length) {
            int length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                break;
            }
            String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PIXELS.contains(name)) {
                kept.write(file, at, 12 + length);
            }
            at += 12 + length;
            if (name.equals("IEND")) {
                return kept.toByteArray();
            }
        }
        kept.write(file, at, file.length - at);
        return kept.toByteArray();
    }
}
