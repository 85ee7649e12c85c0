package org.tallyroom.recognise;

import java.util.Arrays;

/** Thins ink to lines one dot wide that keep its ends, loops and connections. */
final class Thinning {

    private Thinning() {}

    /** Zhang and Suen's two alternating passes (CACM 1984), then every dot that nothing hangs on is taken away. */
    static Bitmap of(Bitmap ink) {
        Bitmap thin = ink.copy();
        int[] alive = all(thin);
        boolean changed = true;
        while (changed) {
            int before = alive.length;
            alive = pass(thin, alive, true);
            alive = pass(thin, alive, false);
            changed = alive.length != before;
        }
        for (int at : alive) {
            int around = thin.around(at % thin.width(), at / thin.width());
            if (Integer.bitCount(around) > 1 && joins(around) == 1) {
                thin.put(at, false);
            }
        }
        return thin;
    }

    private static int[] all(Bitmap dots) {
        int[] found = new int[1024];
        int n = 0;
        for (int i = 0; i < dots.width() * dots.height(); i++) {
            if (dots.at(i)) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, 2 * n);
                }
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static int[] pass(Bitmap thin, int[] alive, boolean first) {
        int[] kept = new int[alive.length];
        int[] gone = new int[alive.length];
        int k = 0;
        int g = 0;
        for (int at : alive) {
            int a = thin.around(at % thin.width(), at / thin.width());
            if (goes(a, first)) {
                gone[g++] = at;
            } else {
                kept[k++] = at;
            }
        }
        for (int i = 0; i < g; i++) {
            thin.put(gone[i], false);
        }
        return Arrays.copyOf(kept, k);
    }

    private static boolean goes(int a, boolean first) {
        int count = Integer.bitCount(a);
        if (count < 2 || count > 6 || rises(a) != 1) {
            return false;
        }
        boolean up = (a & 1) != 0;
        boolean right = (a & 4) != 0;
        boolean down = (a & 16) != 0;
        boolean left = (a & 64) != 0;
        return first ? !(up && right && down) && !(right && down && left) : !(up && right && left) && !(up && down && left);
    }

    /** Changes from unset to set on the way around a dot. */
    private static int rises(int around) {
        int turned = ((around >> 1) | (around << 7)) & 0xff;
        return Integer.bitCount(~around & turned & 0xff);
    }

    /** Pieces that would fall apart around a dot without it: set dots are joined across corners (Yokoi's number). */
    private static int joins(int around) {
        int pieces = 0;
        for (int side = 0; side < 8; side += 2) {
            boolean here = (around >> side & 1) == 0;
            boolean corner = (around >> (side + 1) % 8 & 1) == 0;
            boolean next = (around >> (side + 2) % 8 & 1) == 0;
            if (here && !(corner && next)) {
                pieces++;
            }
        }
        return pieces;
    }
}
