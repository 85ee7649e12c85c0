package org.tallyroom.vision;

import java.nio.charset.StandardCharsets;

/** The bytes FF of a JPEG file, with which all its marks begin: coded pixels have one in 250 bytes, and are skipped. */
public final class JpegMarks {

    /** One character a byte, because Java searches texts many bytes at a time. */
    private final String bytes;

    public JpegMarks(byte[] file) {
        this.bytes = new String(file, StandardCharsets.ISO_8859_1);
    }

    /** The place of the next such byte from this one on; the end of the file when there is none. */
    public int next(int from) {
        int at = bytes.indexOf(0xff, from);
        return at < 0 ? bytes.length() : at;
    }
}
