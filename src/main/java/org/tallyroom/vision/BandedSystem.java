package org.tallyroom.vision;

/**
 * Weighted least squares whose unknowns meet only near neighbours: the normal equations have all their numbers near the
 * diagonal, and Cholesky's decomposition leaves them there (Golub and Van Loan, Matrix Computations, 4th ed., §4.3.5).
 */
final class BandedSystem {

    private final int unknowns;
    private final int reach;
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
                lower[at[i]][reach + at[j] - at[i]] += weighted * factor[j];
            }
            right[at[i]] += weighted * value;
        }
    }

    /** Once only: it works in place. Each unknown must be held by some equation. */
    double[] solve() {
        for (int i = 0; i < unknowns; i++) {
            double[] row = lower[i];
            int first = Math.max(0, i - reach);
            for (int j = first; j <= i; j++) {
                double[] other = lower[j];
                double sum = row[reach + j - i];
                for (int k = Math.max(first, j - reach); k < j; k++) {
                    sum -= row[reach + k - i] * other[reach + k - j];
                }
                row[reach + j - i] = j < i ? sum / other[reach] : Math.sqrt(sum);
            }
        }
        return substituted();
    }

    private double[] substituted() {
        double[] found = right.clone();
        for (int i = 0; i < unknowns; i++) {
            for (int j = Math.max(0, i - reach); j < i; j++) {
                found[i] -= lower[i][reach + j - i] * found[j];
            }
            found[i] /= lower[i][reach];
        }
        for (int i = unknowns - 1; i >= 0; i--) {
            found[i] /= lower[i][reach];
            for (int j = Math.max(0, i - reach); j < i; j++) {
                found[j] -= lower[i][reach + j - i] * found[i];
            }
        }
        return found;
    }
}
