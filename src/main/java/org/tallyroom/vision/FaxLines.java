package org.tallyroom.vision;

import java.util.Arrays;
import org.tallyroom.vision.Fax.Coding;

/**
 * Unpacks one strip of lines (ITU-T T.4 and T.6). A line is kept as the columns at which the colour changes, beginning
 * with the change to black and ending in the width, as the coding sees it.
 */
final class FaxLines {

    /** Two marks of a line's end, which end a strip of group 4. */
    private static final int END_OF_BLOCK = 0x001001;

    /** Bits of a mark of a line's end: eleven zeros and a one. */
    private static final int END_OF_LINE = 12;

    /** Bytes that writers may add to fill a strip up. */
    private static final int PADDING = 3;

    /** Places after a line's last change, which the next line may look at. */
    private static final int SPARE = 8;

    private final byte[] coded;
    private final Coding coding;
    private final int width;
    private int[] above;
    private int[] changes;
    private int count;
    private long bits;
    private int have;
    private int at;

    FaxLines(byte[] coded, Coding coding, int width) {
        this.coded = coded;
        this.coding = coding;
        this.width = width;
        this.above = new int[width + SPARE];
        this.changes = new int[width + SPARE];
        Arrays.fill(above, width);
        refill();
    }

    /** @return whether all lines were there, and nothing after them but the end */
    boolean unpack(int lines, byte[] gray, int from, boolean blackIsOne) {
        Arrays.fill(gray, from, from + lines * width, (byte) (blackIsOne ? 255 : 0));
        byte black = (byte) (blackIsOne ? 0 : 255);
        for (int line = 0; line < lines; line++) {
            if (!line()) {
                return false;
            }
            for (int i = 0; i < count; i += 2) {
                Arrays.fill(gray, from + line * width + changes[i], from + line * width + changes[i + 1], black);
            }
            int[] read = changes;
            changes = above;
            above = read;
        }
        return have >= 0 && ends();
    }

    private boolean line() {
        count = 0;
        boolean read = switch (coding) {
            case T6 -> difference();
            case T4 -> skipMarks() <= 1 && runs();
            case T4_MIXED -> skipMarks() == 1 && (bit() ? runs() : difference());
            case BYTES -> runs();
        };
        if (!read || have < 0) {
            return false;
        }
        if (coding == Coding.BYTES) {
            skip(have % 8);
        }
        Arrays.fill(changes, count, count + SPARE / 2, width);
        return true;
    }

    /** ITU-T T.4 §4.2 and T.6 §2.2, in their words: a0 is where the line is read to, b1 the next change above. */
    private boolean difference() {
        int a0 = -1;
        int b1 = 0;
        while (a0 < width) {
            while (above[b1] <= a0 && above[b1] < width) {
                b1 += 2;
            }
            int mode = peek(7);
            int a1;
            if (mode >= 64) {
                skip(1);
                a1 = above[b1];
            } else if (mode >= 32) {
                skip(3);
                a1 = above[b1] + (mode >= 48 ? 1 : -1);
            } else if (mode >= 16) {
                skip(3);
                if (!run(Math.max(a0, 0)) || !run(changes[count - 1])) {
                    return false;
                }
                a0 = changes[count - 1];
                continue;
            } else if (mode >= 8) {
                skip(4);
                a0 = above[b1 + 1];
                continue;
            } else if (mode >= 4) {
                skip(6);
                a1 = above[b1] + (mode >= 6 ? 2 : -2);
            } else if (mode >= 2) {
                skip(7);
                a1 = above[b1] + (mode == 3 ? 3 : -3);
            } else {
                return false;
            }
            if (a1 < Math.max(a0, 0) || !change(a1)) {
                return false;
            }
            a0 = a1;
            b1 += b1 > 0 ? -1 : 1;
        }
        return true;
    }

    private boolean runs() {
        if (!run(0)) {
            return false;
        }
        while (changes[count - 1] < width) {
            if (!run(changes[count - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Reads one run in the colour that is next, and enters where it ends. */
    private boolean run(int from) {
        FaxCodes codes = (count & 1) == 0 ? FaxCodes.WHITE : FaxCodes.BLACK;
        int end = from;
        int length;
        do {
            int code = codes.at(peek(FaxCodes.LONGEST));
            if (code < 0) {
                return false;
            }
            skip(code & 15);
            length = code >> 4;
            end += length;
        } while (length >= FaxCodes.MAKE_UP && end <= width);
        return change(end);
    }

    private boolean change(int column) {
        if (column > width || count + SPARE / 2 >= changes.length || have < 0) {
            return false;
        }
        changes[count++] = column;
        return true;
    }

    /** Skips marks of a line's end, with the zeros that fill up before them. @return how many there were */
    private int skipMarks() {
        int marks = 0;
        while (peek(END_OF_LINE - 1) == 0 && have >= END_OF_LINE) {
            while (have > 0 && !bit()) {
                continue;
            }
            marks++;
            if (marks > 1) {
                return marks;
            }
        }
        return marks;
    }

    /** Group 3 ends in marks or just so; group 4 in its end mark, which some writers leave out. */
    private boolean ends() {
        boolean marked = switch (coding) {
            case T6 -> peek(2 * END_OF_LINE) == END_OF_BLOCK;
            case T4, T4_MIXED -> peek(END_OF_LINE - 1) == 0;
            case BYTES -> false;
        };
        return marked || have / 8 + coded.length - at <= PADDING;
    }

    private boolean bit() {
        boolean one = bits < 0;
        skip(1);
        return one;
    }

    private int peek(int n) {
        return (int) (bits >>> 64 - n);
    }

    private void skip(int n) {
        bits <<= n;
        have -= n;
        if (have < 32) {
            refill();
        }
    }

    private void refill() {
        while (have <= 56 && at < coded.length) {
            bits |= (coded[at++] & 0xffL) << 56 - have;
            have += 8;
        }
    }
}
