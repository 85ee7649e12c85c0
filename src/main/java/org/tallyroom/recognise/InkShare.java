package org.tallyroom.recognise;

import java.util.Arrays;
import java.util.List;

/** Shares the inked dots out among strokes and patches: each dot goes to the nearest centre line through ink. */
final class InkShare {

    private static final int NOBODY = -1;
    private static final int[] DX = {0, 1, 0, -1, 1, 1, -1, -1};
    private static final int[] DY = {-1, 0, 1, 0, -1, 1, 1, -1};

    private final AnswerPatch patch;
    private final Bitmap band;
    private final int[] dots;
    private final int[] from;

    private InkShare(AnswerPatch patch, Bitmap band, int[] dots, int[] from) {
        this.patch = patch;
        this.band = band;
        this.dots = dots;
        this.from = from;
    }

    static InkShare of(AnswerPatch patch, Bitmap ink, Bitmap band, List<Stroke> strokes) {
        int[] owner = new int[ink.width() * ink.height()];
        Arrays.fill(owner, NOBODY);
        int[] queue = new int[1024];
        int size = 0;
        for (int s = 0; s < strokes.size(); s++) {
            Trace line = strokes.get(s).line();
            for (int i = 0; i <= line.last(); i++) {
                int x = (int) line.x(i);
                int y = (int) line.y(i);
                if (ink.at(x, y) && owner[y * ink.width() + x] == NOBODY) {
                    owner[y * ink.width() + x] = s;
                    queue = size == queue.length ? Arrays.copyOf(queue, 2 * size) : queue;
                    queue[size++] = y * ink.width() + x;
                }
            }
        }
        for (int head = 0; head < size; head++) {
            for (int k = 0; k < 8; k++) {
                int x = queue[head] % ink.width() + DX[k];
                int y = queue[head] / ink.width() + DY[k];
                if (ink.at(x, y) && owner[y * ink.width() + x] == NOBODY) {
                    owner[y * ink.width() + x] = owner[queue[head]];
                    queue = size == queue.length ? Arrays.copyOf(queue, 2 * size) : queue;
                    queue[size++] = y * ink.width() + x;
                }
            }
        }
        int[][] grouped = grouped(owner, Arrays.copyOf(queue, size), strokes.size());
        return new InkShare(patch, band, grouped[0], grouped[1]);
    }

    private static int[][] grouped(int[] owner, int[] taken, int strokes) {
        int[] from = new int[strokes + 1];
        for (int dot : taken) {
            from[owner[dot] + 1]++;
        }
        for (int s = 0; s < strokes; s++) {
            from[s + 1] += from[s];
        }
        int[] next = Arrays.copyOf(from, strokes);
        int[] dots = new int[taken.length];
        for (int dot : taken) {
            dots[next[owner[dot]]++] = dot;
        }
        return new int[][] {dots, from};
    }

    Dots dots(int stroke) {
        return new Dots(patch.width(), Arrays.copyOfRange(dots, from[stroke], from[stroke + 1]));
    }

    private int area(int stroke) {
        return from[stroke + 1] - from[stroke];
    }

    /** The darkness that a tenth of the stroke's dots surpass; 0 without dots. */
    double contrast(int stroke) {
        int n = area(stroke);
        if (n == 0) {
            return 0;
        }
        double[] dark = new double[n];
        for (int i = 0; i < n; i++) {
            dark[i] = dark(dots[from[stroke] + i]);
        }
        Arrays.sort(dark);
        return dark[(int) (0.9 * (n - 1))];
    }

    /**
     * The largest distance in any direction between two dots at least half as dark as the stroke, dots; what print may
     * have darkened does not count.
     */
    double extent(int stroke) {
        double limit = contrast(stroke) / 2;
        double widest = 0;
        for (int k = 0; k < 16; k++) {
            double dx = Math.cos(Math.PI * k / 16);
            double dy = Math.sin(Math.PI * k / 16);
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (int i = from[stroke]; i < from[stroke + 1]; i++) {
                if (dark(dots[i]) >= limit && !band.at(dots[i])) {
                    double along = dots[i] % patch.width() * dx + dots[i] / patch.width() * dy;
                    low = Math.min(low, along);
                    high = Math.max(high, along);
                }
            }
            widest = Math.max(widest, high - low + 1);
        }
        return Math.max(0, widest);
    }

    private double dark(int dot) {
        return patch.dark(dot % patch.width(), dot / patch.width());
    }
}
