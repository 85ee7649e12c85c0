package org.tallyroom.sheetcode;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Base45 (RFC 9285): bytes in the alphabet of QR's alphanumeric mode, two bytes in three characters. */
final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int value = pair ? (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff : bytes[i] & 0xff;
            for (int digits = pair ? 3 : 2; digits > 0; digits--) {
                out.append(ALPHABET.charAt(value % BASE));
                value /= BASE;
            }
        }
        return out.toString();
    }

    /** Empty for what no encoder writes: a stray character, a length of 3n + 1, a group above its bytes. */
    static Optional<byte[]> decode(String text) {
        if (text.length() % 3 == 1) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            int end = Math.min(i + 3, text.length());
            int value = value(text, i, end);
            boolean pair = end - i == 3;
            if (value < 0 || value > (pair ? 0xffff : 0xff)) {
                return Optional.empty();
            }
            if (pair) {
                out.write(value >> 8);
            }
            out.write(value & 0xff);
        }
        return Optional.of(out.toByteArray());
    }

    private static int value(String text, int from, int to) {
        int value = 0;
        for (int i = to - 1; i >= from; i--) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * BASE + digit;
        }
        return value;
    }
}
