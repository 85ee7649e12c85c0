package org.tallyroom.vision;

/**
 * Weighted least squares whose unknowns meet only near neighbours: the normal equations have all their numbers near the
 * diagonal, and Cholesky's decomposition leaves them there (Golub and Van Loan, Matrix Computations, 4th ed., §4.3.5).
 */
final class BandedSystem {

    private final int unknowns;
    private final int reach;
    /** Column by column, from the diagonal down: what one unknown is eliminated with lies side by side. */
    private final double[][] lower;
    private final double[] right;

    /** @param reach farthest distance of two unknowns in one equation */
    BandedSystem(int unknowns, int reach) {
        this.unknowns = unknowns;
        this.reach = reach;
        this.lower = new double[unknowns][reach + 1];
        this.right = new double[unknowns];
    }

    /** The equation: the unknowns {@code at}, ascending, times {@code factor} give {@code value}. */
    void add(int[] at, double[] factor, double value, double weight) {
        for (int i = 0; i < at.length; i++) {
            double weighted = weight * factor[i];
            for (int j = 0; j <= i; j++) {
                lower[at[j]][at[i] - at[j]] += weighted * factor[j];
            }
            right[at[i]] += weighted * value;
        }
    }

    /** Once only: it works in place. Each unknown must be held by some equation. */
    double[] solve() {
        for (int k = 0; k < unknowns; k++) {
            double[] column = lower[k];
            int last = Math.min(reach, unknowns - 1 - k);
            column[0] = Math.sqrt(column[0]);
            for (int i = 1; i <= last; i++) {
                column[i] /= column[0];
            }
            for (int j = 1; j <= last; j++) {
                eliminate(column, j, lower[k + j], last - j);
            }
        }
        return substituted();
    }

    private static void eliminate(double[] column, int from, double[] other, int last) {
        double factor = column[from];
        for (int i = 0; i <= last; i++) {
            other[i] -= factor * column[from + i];
        }
    }

    private double[] substituted() {
        double[] found = right.clone();
        for (int i = 0; i < unknowns; i++) {
            for (int j = Math.max(0, i - reach); j < i; j++) {
                found[i] -= lower[j][i - j] * found[j];
            }
            found[i] /= lower[i][0];
        }
        for (int i = unknowns - 1; i >= 0; i--) {
            found[i] /= lower[i][0];
            for (int j = Math.max(0, i - reach); j < i; j++) {
                found[j] -= lower[j][i - j] * found[i];
            }
        }
        return found;
    }
}
