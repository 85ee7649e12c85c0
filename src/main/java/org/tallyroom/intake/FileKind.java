package org.tallyroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a file is by its first bytes; its name may say anything. */
enum FileKind {
    PDF,
    TIFF,
    JPEG_OR_PNG,
    OTHER;

    /** The PDF standard lets up to 1,024 bytes of anything stand before the head, and mail gateways use them. */
    private static final int HEAD = 1024;

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
}
