package org.tallyroom.recognise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

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
        restore(ink, thin);
        return thin;
    }

    /** The passes take a patch of two by two dots away whole: a round dot would vanish. One of its dots comes back. */
    private static void restore(Bitmap ink, Bitmap thin) {
        Bitmap missed = ink.copy();
        Deque<Integer> open = new ArrayDeque<>();
        for (int at : all(thin)) {
            missed.put(at, false);
            open.push(at);
        }
        reach(missed, open);
        for (int at : all(missed)) {
            if (missed.at(at)) {
                List<Integer> patch = new ArrayList<>(List.of(at));
                missed.put(at, false);
                open.push(at);
                patch.addAll(reach(missed, open));
                double x = patch.stream().mapToInt(i -> i % ink.width()).average().orElseThrow();
                double y = patch.stream().mapToInt(i -> i / ink.width()).average().orElseThrow();
                patch.stream()
                        .min(Comparator.comparingDouble(i -> Math.hypot(i % ink.width() - x, i / ink.width() - y)))
                        .ifPresent(i -> thin.put(i, true));
            }
        }
    }

    private static List<Integer> reach(Bitmap missed, Deque<Integer> open) {
        List<Integer> reached = new ArrayList<>();
        while (!open.isEmpty()) {
            int at = open.pop();
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at % missed.width() + dx;
                    int y = at / missed.width() + dy;
                    if (missed.at(x, y)) {
                        missed.put(x, y, false);
                        reached.add(y * missed.width() + x);
                        open.push(y * missed.width() + x);
                    }
                }
            }
        }
        return reached;
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
        return first
                ? !(up && right && down) && !(right && down && left)
                : !(up && right && left) && !(up && down && left);
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
