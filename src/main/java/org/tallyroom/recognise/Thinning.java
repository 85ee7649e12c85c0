package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Thins ink to lines one dot wide that keep its ends, loops and connections. */
final class Thinning {

    /** For each neighbourhood of a dot whether the first or the second of the alternating passes takes the dot. */
    private static final boolean[] GOES_FIRST = taken(true);
    private static final boolean[] GOES_SECOND = taken(false);

    private final Bitmap thin;

    private Thinning(Bitmap ink) {
        this.thin = ink.copy();
    }

    /** Zhang and Suen's two alternating passes (CACM 1984), then every dot that nothing hangs on is taken away. */
    static Bitmap of(Bitmap ink) {
        Thinning thinning = new Thinning(ink);
        thinning.passes();
        thinning.straighten();
        restore(ink, thinning.thin);
        return thinning.thin;
    }

    /** A dot is looked at again only when something beside it has changed since the same pass left it. */
    private void passes() {
        Bitmap first = thin.copy();
        Bitmap second = thin.copy();
        boolean changed = true;
        while (changed) {
            changed = pass(GOES_FIRST, first, second);
            changed |= pass(GOES_SECOND, second, first);
        }
    }

    /** Empties {@code open}, and opens what lies beside the dots taken for both passes. */
    private boolean pass(boolean[] goes, Bitmap open, Bitmap next) {
        Places gone = new Places();
        for (int at = open.next(0); at >= 0; at = open.next(at + 1)) {
            open.put(at, false);
            if (thin.at(at) && goes[thin.around(at)]) {
                gone.add(at);
            }
        }
        for (int i = 0; i < gone.count(); i++) {
            thin.put(gone.at(i), false);
        }
        for (int i = 0; i < gone.count(); i++) {
            for (int k = 0; k < 8; k++) {
                int beside = gone.at(i) + thin.step(k);
                open.put(beside, true);
                next.put(beside, true);
            }
        }
        return gone.count() > 0;
    }

    private void straighten() {
        for (int at = thin.next(0); at >= 0; at = thin.next(at + 1)) {
            int around = thin.around(at);
            if (Integer.bitCount(around) > 1 && joins(around) == 1) {
                thin.put(at, false);
            }
        }
    }

    /** The passes take a patch of two by two dots away whole: a round dot would vanish. One of its dots comes back. */
    private static void restore(Bitmap ink, Bitmap thin) {
        Bitmap missed = ink.without(thin);
        Places reached = new Places();
        for (int at = thin.next(0); at >= 0; at = thin.next(at + 1)) {
            reached.add(at);
        }
        reached.takeConnected(missed);
        for (int at = missed.next(0); at >= 0; at = missed.next(at + 1)) {
            missed.put(at, false);
            Places patch = new Places();
            patch.add(at);
            patch.takeConnected(missed);
            thin.put(middle(ink, patch), true);
        }
    }

    private static int middle(Bitmap ink, Places patch) {
        List<Integer> dots = new ArrayList<>();
        for (int i = 0; i < patch.count(); i++) {
            dots.add(patch.at(i));
        }
        double x = dots.stream().mapToInt(ink::x).average().orElseThrow();
        double y = dots.stream().mapToInt(ink::y).average().orElseThrow();
        return dots.stream()
                .min(Comparator.comparingDouble(at -> Math.hypot(ink.x(at) - x, ink.y(at) - y)))
                .orElseThrow();
    }

    private static boolean[] taken(boolean first) {
        boolean[] taken = new boolean[256];
        for (int around = 0; around < taken.length; around++) {
            taken[around] = goes(around, first);
        }
        return taken;
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
