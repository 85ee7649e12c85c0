package org.tallyroom.vision;

import java.util.List;
import java.util.Optional;

/** Solves small systems of linear equations by elimination with row exchanges. */
public final class LinearSystem {

    /** A pivot below this, for coefficients near unit size, means that the equations leave something open. */
    private static final double SINGULAR = 1e-10;

    private LinearSystem() {}

    /**
     * The unknowns for which the squares of what the equations miss by are least in sum, by the normal equations.
     *
     * @param rows of n coefficients and the right-hand side; empty result when they leave something open
     */
    public static Optional<double[]> leastSquares(List<double[]> rows, int n) {
        double[][] normal = new double[n][n + 1];
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                double factor = row[i];
                double[] sums = normal[i];
                for (int k = 0; k <= n; k++) {
                    sums[k] += factor * row[k];
                }
            }
        }
        return solve(normal);
    }

    /** @param rows n rows of n coefficients and the right-hand side; overwritten */
    static Optional<double[]> solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            if (!(Math.abs(rows[pivot][column]) > SINGULAR)) {
                return Optional.empty();
            }
            double[] swapped = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = swapped;
            for (int row = column + 1; row < n; row++) {
                double factor = rows[row][column] / swapped[column];
                for (int i = column; i <= n; i++) {
                    rows[row][i] -= factor * swapped[i];
                }
            }
        }
        return Optional.of(backwards(rows));
    }

    private static double[] backwards(double[][] rows) {
        int n = rows.length;
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = rows[row][n];
            for (int column = row + 1; column < n; column++) {
                rest -= rows[row][column] * solution[column];
            }
            solution[row] = rest / rows[row][row];
        }
        return solution;
    }
}
