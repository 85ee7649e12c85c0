package org.tallyroom.sheetcode;

/**
 * The code a person reads aloud: eight random characters and a check character, of an alphabet without look-alikes. 23
 * characters, a prime number, so that the weighted check sum catches every single wrong character and every swap.
 *
 * @param value nine characters of {@link #ALPHABET}, the check character last
 */
public record ShortCode(String value) {

    /** Without 0 O Q D? 1 I J L 5 S 8 B 2 Z U: see domain tests for what OCR confuses. */
    public static final String ALPHABET = "234679ACDEFGHKMNPRTVWXY";

    public static final int LENGTH = 9;
}
