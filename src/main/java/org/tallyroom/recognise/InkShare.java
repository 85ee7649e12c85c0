package org.tallyroom.recognise;

import java.util.Arrays;
import java.util.List;

/** Shares the inked dots out among strokes and patches: each dot goes to the nearest centre line through ink. */
final class InkShare {

    /** Straight neighbours first, then those across a corner, as bits of {@link Bitmap#around}. */
    private static final int[] NEAREST_FIRST = {0, 2, 4, 6, 1, 3, 5, 7};

    private static final int DIRECTIONS = 16;

    private final AnswerPatch patch;
    private final Bitmap ink;
    private final Bitmap band;
    private final int[] dots;
    private final int[] from;

    private InkShare(AnswerPatch patch, Bitmap ink, Bitmap band, int[][] grouped) {
        this.patch = patch;
        this.ink = ink;
        this.band = band;
        this.dots = grouped[0];
        this.from = grouped[1];
    }

    static InkShare of(AnswerPatch patch, Bitmap ink, Bitmap band, List<Stroke> strokes) {
        return new InkShare(patch, ink, band, new Spreading(ink).of(strokes).grouped(strokes.size()));
    }

    /** Spreads from all centre lines at once over the ink that nobody has yet. */
    private static final class Spreading {

        private final Bitmap free;
        private final Places taken = new Places();
        private final int[] owners;

        private Spreading(Bitmap ink) {
            this.free = ink.copy();
            this.owners = new int[ink.count()];
        }

        private Spreading of(List<Stroke> strokes) {
            for (int s = 0; s < strokes.size(); s++) {
                Trace line = strokes.get(s).line();
                for (int i = 0; i <= line.last(); i++) {
                    if (free.at((int) line.x(i), (int) line.y(i))) {
                        give(free.place((int) line.x(i), (int) line.y(i)), s);
                    }
                }
            }
            for (int i = 0; i < taken.count(); i++) {
                int around = free.around(taken.at(i));
                for (int k = 0; around != 0 && k < NEAREST_FIRST.length; k++) {
                    if ((around >> NEAREST_FIRST[k] & 1) != 0) {
                        give(taken.at(i) + free.step(NEAREST_FIRST[k]), owners[i]);
                    }
                }
            }
            return this;
        }

        private void give(int place, int stroke) {
            free.put(place, false);
            owners[taken.count()] = stroke;
            taken.add(place);
        }

        /** The dots, those of one stroke after those of another, and where each stroke's begin. */
        private int[][] grouped(int strokes) {
            int[] from = new int[strokes + 1];
            for (int i = 0; i < taken.count(); i++) {
                from[owners[i] + 1]++;
            }
            for (int s = 0; s < strokes; s++) {
                from[s + 1] += from[s];
            }
            int[] next = Arrays.copyOf(from, strokes);
            int[] dots = new int[taken.count()];
            for (int i = 0; i < dots.length; i++) {
                dots[next[owners[i]]++] = taken.at(i);
            }
            return new int[][] {dots, from};
        }
    }

    Dots dots(int stroke) {
        return new Dots(ink, Arrays.copyOfRange(dots, from[stroke], from[stroke + 1]));
    }

    /** The darkness that a tenth of the stroke's dots surpass; 0 without dots. */
    double contrast(int stroke) {
        int n = from[stroke + 1] - from[stroke];
        if (n == 0) {
            return 0;
        }
        int[] counts = new int[AnswerPatch.BLACK + 1];
        for (int i = from[stroke]; i < from[stroke + 1]; i++) {
            counts[patch.level(ink.x(dots[i]), ink.y(dots[i]))]++;
        }
        int level = 0;
        for (int seen = counts[0]; seen <= (int) (0.9 * (n - 1)); seen += counts[level]) {
            level++;
        }
        return level / (double) AnswerPatch.BLACK;
    }

    /**
     * The largest distance in any direction between two dots at least half as dark as the stroke, dots; what print may
     * have darkened does not count.
     */
    double extent(int stroke) {
        double limit = contrast(stroke) / 2;
        int[] counted = Arrays.stream(dots, from[stroke], from[stroke + 1])
                .filter(dot -> dark(dot) >= limit && !band.at(dot))
                .toArray();
        int[] xs = Arrays.stream(counted).map(ink::x).toArray();
        int[] ys = Arrays.stream(counted).map(ink::y).toArray();
        double widest = 0;
        for (int k = 0; counted.length > 0 && k < DIRECTIONS; k++) {
            widest = Math.max(widest, width(xs, ys, Math.PI * k / DIRECTIONS));
        }
        return widest;
    }

    private static double width(int[] xs, int[] ys, double direction) {
        double dx = Math.cos(direction);
        double dy = Math.sin(direction);
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < xs.length; i++) {
            double along = xs[i] * dx + ys[i] * dy;
            low = Math.min(low, along);
            high = Math.max(high, along);
        }
        return high - low + 1;
    }

    private double dark(int dot) {
        return patch.dark(ink.x(dot), ink.y(dot));
    }
}
