package org.tallyroom.layout;

import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** How wide the printing font's characters are and which it has; a value, so that laying out needs no font file. */
public final class TextMetrics {

    /** A point is 1/72 inch. */
    public static final double MM_PER_PT = 25.4 / 72;

    /** The planes with characters in use: basic, supplementary and the first of rare ideographs. */
    private static final int CODE_POINTS = 0x30000;

    private static final double EM = 1000;

    private final short[] regular;
    private final short[] bold;

    private TextMetrics(short[] regular, short[] bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** Both tell a code point's advance in 1/1000 em, or a negative number for a character the font cannot print. */
    public static TextMetrics of(IntUnaryOperator regular, IntUnaryOperator bold) {
        return new TextMetrics(table(regular), table(bold));
    }

    private static short[] table(IntUnaryOperator advances) {
        short[] table = new short[CODE_POINTS];
        for (int codePoint = 0; codePoint < CODE_POINTS; codePoint++) {
            table[codePoint] = (short) advances.applyAsInt(codePoint);
        }
        return table;
    }

    public double widthMm(String text, double sizePt, boolean heavy) {
        short[] table = heavy ? bold : regular;
        int advance = text.codePoints().map(c -> c < CODE_POINTS ? Math.max(0, table[c]) : 0).sum();
        return advance / EM * sizePt * MM_PER_PT;
    }

    /** The first code point that cannot be printed in both weights. */
    public OptionalInt firstUnprintable(String text) {
        return text.codePoints().filter(c -> !prints(c)).findFirst();
    }

    public boolean prints(int codePoint) {
        return codePoint < CODE_POINTS && regular[codePoint] >= 0 && bold[codePoint] >= 0;
    }
}
