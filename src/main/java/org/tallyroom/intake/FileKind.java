package org.tallyroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is by its first bytes; its name may say anything. */
enum FileKind {
    PDF,
    TIFF,
    JPEG_OR_PNG,
    OTHER;

    /** The PDF standard lets up to 1,024 bytes of anything stand before the head, and mail gateways use them. */
    private static final int HEAD = 1024;

    /** Also a coding of pictures inside PDF files. No maintained decoder of it comes without natives of its own. */
    static final String JPEG_2000 = "JPEG 2000";

    private static final Map<String, String> OTHER_KINDS = Map.of(
            "RIFF", "WebP",
            "GIF8", "GIF",
            "BM", "BMP",
            "ftyp", "HEIC",
            "\0\0\0\fjP  ", JPEG_2000,
            "\u00ffO\u00ffQ", JPEG_2000,
            "PK\u0003\u0004", "ZIP/Word/Excel",
            "\u00d0\u00cf\u0011\u00e0", "Word/Excel",
            "AT&TFORM", "DjVu");

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff") || text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return JPEG_OR_PNG;
        }
        if (Stream.of("II*\0", "MM\0*", "II+\0", "MM\0+").anyMatch(text::startsWith)) {
            return TIFF;
        }
        return text.contains("%PDF-") && !text.startsWith("PK") ? PDF : OTHER;
    }

    /** The usual name of a kind that is not read, when it is one that people have their pages in. */
    static Optional<String> nameOfOther(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return OTHER_KINDS.entrySet().stream()
                .filter(kind -> text.startsWith(kind.getKey(), kind.getKey().startsWith("ftyp") ? 4 : 0))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
