package org.tallyroom.recognise;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells which levels reach a limit, eight at a time. */
final class Threshold {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;

    /** Brings the lowest bits of eight bytes together in the highest byte, the first one lowest. */
    private static final long GATHERED = 0x0102040810204080L;

    private Threshold() {}

    /** One bit for each level, at most 64, the first one lowest: set where the level is at least {@code least}. */
    static long bits(byte[] levels, int from, int count, int least) {
        long bits = 0;
        int i = 0;
        for (; least <= 128 && i + 8 <= count; i += 8) {
            long eight = (long) EIGHT.get(levels, from + i);
            // Two numbers below 128 never carry into the next byte; a level from 128 on has the highest bit itself.
            long reached = (eight & 127 * ONES) + (128 - least) * ONES | eight;
            bits |= (reached >>> 7 & ONES) * GATHERED >>> 56 << i;
        }
        for (; i < count; i++) {
            bits |= (levels[from + i] & 0xff) >= least ? 1L << i : 0;
        }
        return bits;
    }
}
