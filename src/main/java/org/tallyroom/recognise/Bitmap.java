package org.tallyroom.recognise;

import java.util.Arrays;

/**
 * A grid of dots that are set or not; dots outside it read as not set. Each dot also has a place, a number that grows
 * row by row. Around the grid lies a frame {@value #FRAME} dots wide, so what is that near to a dot has a place too.
 */
final class Bitmap {

    /** Wider than anything looks around a dot: the disc of a solid patch with its edge reaches 26 dots. */
    static final int FRAME = 32;

    private static final int WORD = 64;

    /** Three dots of a row, the left one lowest, as bits of {@link #around}: the row above, the own, the one below. */
    private static final int[] ABOVE = spread(128, 1, 2);
    private static final int[] BESIDE = spread(64, 0, 4);
    private static final int[] BELOW = spread(32, 16, 8);

    private final int width;
    private final int height;
    private final int stride;
    private final int[] steps;
    private final long[] words;

    Bitmap(int width, int height) {
        this(width, height, new long[((width + FRAME) * (height + 2 * FRAME) + FRAME) / WORD + 2]);
    }

    private Bitmap(int width, int height, long[] words) {
        this.width = width;
        this.height = height;
        this.stride = width + FRAME;
        this.steps = new int[] {-stride, 1 - stride, 1, stride + 1, stride, stride - 1, -1, -stride - 1};
        this.words = words;
    }

    /** @param levels row by row, 0 … 255 each; a dot is set where its level is at least {@code least} */
    static Bitmap ofLevels(int width, int height, byte[] levels, int least) {
        Bitmap dots = new Bitmap(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += WORD) {
                int count = Math.min(WORD, width - x);
                dots.or(dots.place(x, y), Threshold.bits(levels, y * width + x, count, least));
            }
        }
        return dots;
    }

    private void or(int from, long bits) {
        words[from >> 6] |= bits << from;
        if ((from & 63) != 0) {
            words[(from >> 6) + 1] |= bits >>> -from;
        }
    }

    Bitmap copy() {
        return new Bitmap(width, height, words.clone());
    }

    /** The dots set here or there, on grids of one size. */
    Bitmap with(Bitmap other) {
        Bitmap both = copy();
        both.orShifted(other, 0);
        return both;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How much a place grows from one row to the next. */
    int stride() {
        return stride;
    }

    /** Places lie between 0 and this. */
    int places() {
        return words.length * WORD;
    }

    int place(int x, int y) {
        return (y + FRAME) * stride + x + FRAME;
    }

    int x(int place) {
        return place % stride - FRAME;
    }

    int y(int place) {
        return place / stride - FRAME;
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && at(place(x, y));
    }

    boolean at(int place) {
        return (words[place >> 6] >>> place & 1) != 0;
    }

    void put(int x, int y, boolean value) {
        put(place(x, y), value);
    }

    void put(int place, boolean value) {
        if (value) {
            words[place >> 6] |= 1L << place;
        } else {
            words[place >> 6] &= ~(1L << place);
        }
    }

    /** The first set place from this one on; −1 when there is none. */
    int next(int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long rest = words[word] & -1L << from;
        while (rest == 0) {
            if (++word == words.length) {
                return -1;
            }
            rest = words[word];
        }
        return word * WORD + Long.numberOfTrailingZeros(rest);
    }

    /** The last set place before this one; −1 when there is none. */
    int previous(int before) {
        int word = before >> 6;
        long rest = words[word] & ~(-1L << before);
        while (rest == 0) {
            if (--word < 0) {
                return -1;
            }
            rest = words[word];
        }
        return word * WORD + WORD - 1 - Long.numberOfLeadingZeros(rest);
    }

    /** The number of set dots. */
    int count() {
        int n = 0;
        for (long word : words) {
            n += Long.bitCount(word);
        }
        return n;
    }

    /** The number of set dots in a rectangle, clipped to the grid; the right and bottom edges are included. */
    int count(int left, int top, int right, int bottom) {
        int from = Math.max(0, left);
        int end = Math.min(width - 1, right) + 1;
        int n = 0;
        for (int y = Math.max(0, top); from < end && y <= Math.min(height - 1, bottom); y++) {
            n += countFrom(place(from, y), place(end, y));
        }
        return n;
    }

    private int countFrom(int from, int end) {
        int n = countWithin(end) - countWithin(from);
        for (int i = from >> 6; i < end >> 6; i++) {
            n += Long.bitCount(words[i]);
        }
        return n;
    }

    /** For every 64 places the number of set dots before them. */
    int[] countsBefore() {
        int[] counts = new int[words.length];
        for (int i = 1; i < words.length; i++) {
            counts[i] = counts[i - 1] + Long.bitCount(words[i - 1]);
        }
        return counts;
    }

    /** The number of set dots among the 64 that this place is one of, up to it and without it. */
    int countWithin(int place) {
        return Long.bitCount(words[place >> 6] & ~(-1L << place));
    }

    /** The dots that are set in both, on grids of one size. */
    Bitmap and(Bitmap other) {
        Bitmap both = copy();
        both.andShifted(other, 0);
        return both;
    }

    /** The dots that are set here and not there, on grids of one size. */
    Bitmap without(Bitmap other) {
        Bitmap rest = copy();
        for (int i = 0; i < words.length; i++) {
            rest.words[i] &= ~other.words[i];
        }
        return rest;
    }

    /**
     * Sets the dots that lie {@code by} places after a set dot of {@code other}, another grid of the same size. What
     * would leave one side comes in again on the other side: the frame has to be as wide as the way.
     */
    void orShifted(Bitmap other, int by) {
        int skip = by >> 6;
        int end = Math.min(words.length, words.length + skip);
        for (int i = Math.max(1 + skip, 0); i < end; i++) {
            words[i] |= other.moved(i - skip, by);
        }
    }

    /** Keeps the dots that lie {@code by} places after a set dot of {@code other}, another grid of the same size. */
    void andShifted(Bitmap other, int by) {
        int skip = by >> 6;
        int first = Math.max(1 + skip, 0);
        int end = Math.min(words.length, words.length + skip);
        Arrays.fill(words, 0, first, 0);
        Arrays.fill(words, Math.max(first, end), words.length, 0);
        for (int i = first; i < end; i++) {
            words[i] &= other.moved(i - skip, by);
        }
    }

    /** A word moved up, and into it the end of the word before; two shifts because one by 64 would be none. */
    private long moved(int word, int by) {
        return words[word] << by | words[word - 1] >>> 1 >>> 63 - (by & 63);
    }

    /** Sets every dot of a rectangle, clipped to the grid; the right and bottom edges are included. */
    void fill(int left, int top, int right, int bottom) {
        int from = Math.max(0, left);
        int to = Math.min(width - 1, right);
        for (int y = Math.max(0, top); from <= to && y <= Math.min(height - 1, bottom); y++) {
            fillRow(place(from, y), place(to, y));
        }
    }

    private void fillRow(int from, int to) {
        int last = to >> 6;
        long first = -1L << from;
        long end = -1L >>> -to - 1;
        if (from >> 6 == last) {
            words[last] |= first & end;
            return;
        }
        words[from >> 6] |= first;
        for (int i = (from >> 6) + 1; i < last; i++) {
            words[i] = -1L;
        }
        words[last] |= end;
    }

    /** What a rectangle of the grid has in common with it. */
    Bitmap cut(int left, int top, int right, int bottom) {
        Bitmap part = new Bitmap(right - left + 1, bottom - top + 1);
        for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
            int end = place(Math.min(width - 1, right), y);
            int shift = part.place(-left, y - top) - place(0, y);
            for (int at = next(place(Math.max(0, left), y)); at >= 0 && at <= end; at = next(at + 1)) {
                part.put(at + shift, true);
            }
        }
        return part;
    }

    /** The eight dots around one, clockwise from the one above, as bits 0 … 7. */
    int around(int place) {
        return ABOVE[three(place - stride - 1)] | BESIDE[three(place - 1)] | BELOW[three(place + stride - 1)];
    }

    /** From a place to the neighbour that is bit {@code k} of {@link #around}. */
    int step(int k) {
        return steps[k];
    }

    private int three(int from) {
        int word = from >> 6;
        long bits = words[word] >>> from;
        return (int) ((from & 63) > 61 ? bits | words[word + 1] << -from : bits) & 7;
    }

    private static int[] spread(int left, int middle, int right) {
        int[] spread = new int[8];
        for (int i = 0; i < 8; i++) {
            spread[i] = (i & 1) * left | (i >> 1 & 1) * middle | (i >> 2) * right;
        }
        return spread;
    }
}
