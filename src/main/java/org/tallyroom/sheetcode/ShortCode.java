package org.tallyroom.sheetcode;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * The code a person reads aloud: eight random characters and a check character, of an alphabet without look-alikes. 23
 * characters, a prime number, so that the weighted check sum catches every single wrong character and every swap.
 *
 * @param value nine characters of {@link #ALPHABET}, the check character last
 */
public record ShortCode(String value) {

    /** Without 0 O Q, 1 I J L, 5 S, 8 B, 2's neighbour Z, and U next to V: what OCR and people confuse. */
    public static final String ALPHABET = "234679ACDEFGHKMNPRTVWXY";

    public static final int LENGTH = 9;

    /** Fewer random bytes would show in the distribution; 16 leave a bias below 2^-90. */
    private static final int RANDOM_BYTES = 16;

    public ShortCode {
        if (!right(value)) {
            throw new IllegalArgumentException("not a short code: " + value);
        }
    }

    /** @param random at least 16 random bytes, of which the code is made */
    public static ShortCode draw(byte[] random) {
        if (random.length < RANDOM_BYTES) {
            throw new IllegalArgumentException("a draw from " + random.length + " bytes");
        }
        BigInteger rest = new BigInteger(1, random);
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        StringBuilder code = new StringBuilder();
        for (int i = 1; i < LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            code.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return new ShortCode(code.toString() + ALPHABET.charAt(checkSum(code)));
    }

    /** What a person typed or OCR read: spaces, dashes and lower case do not matter, everything else does. */
    public static Optional<ShortCode> parse(String text) {
        String plain = text.replaceAll("[\\s\\-‐–—·]", "").toUpperCase(Locale.ROOT);
        return right(plain) ? Optional.of(new ShortCode(plain)) : Optional.empty();
    }

    /** As it is printed and read aloud: three groups of three. */
    public String grouped() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    private static boolean right(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && ALPHABET.charAt(checkSum(text.subSequence(0, LENGTH - 1))) == text.charAt(LENGTH - 1);
    }

    /** Weights 1..8 are all different and none is −1, the check character's own: so a swap with it shows as well. */
    private static int checkSum(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += (i + 1) * ALPHABET.indexOf(characters.charAt(i));
        }
        return sum % ALPHABET.length();
    }
}
