package org.tallyroom.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tallyroom.geometry.Bend;
import org.tallyroom.geometry.PointMm;

/**
 * Fits a bend to print that was found beside its place: the stiffest sheet that comes near the finds, by least squares
 * of its second differences and of the misses (a thin plate on a grid). A find that its neighbours contradict loses its
 * weight, as a letter or a pen taken for a rule must.
 */
public final class BendFit {

    /** Feeders stretch in waves of 60 mm and more: four nodes each. */
    private static final double STEP_MM = 15;

    /**
     * Square of the error of a find by that of the sheet's smoothness: both are 0.05 mm, the latter over one step,
     * which is what a stretch of 0.6 % in a wave of 100 mm has.
     */
    private static final double STIFFNESS = 1;

    /** Holds the sheet where nothing was found; too weak to be seen elsewhere. */
    private static final double REST = 1e-4;

    /** A miss at which a find has lost half of its weight, mm: three times the error of a good one. */
    private static final double HALF_BELIEVED_MM = 0.15;

    private static final int ROUNDS = 3;

    private final int columns;
    private final int rows;

    private BendFit(double widthMm, double heightMm) {
        this.columns = (int) Math.ceil(widthMm / STEP_MM) + 1;
        this.rows = (int) Math.ceil(heightMm / STEP_MM) + 1;
    }

    /** The bend of a sheet of this size. */
    public static Bend of(List<Shift> shifts, double widthMm, double heightMm) {
        BendFit fit = new BendFit(widthMm, heightMm);
        return new Bend(STEP_MM, fit.columns, fit.axis(shifts, false), fit.axis(shifts, true));
    }

    private List<Integer> axis(List<Shift> shifts, boolean down) {
        List<Find> finds = shifts.stream().filter(shift -> shift.down() == down).map(this::find).toList();
        double[] nodes = new double[columns * rows];
        for (int round = 0; round < ROUNDS; round++) {
            BandedSystem system = new BandedSystem(nodes.length, 2 * columns);
            stiffen(system);
            for (Find find : finds) {
                system.add(find.at, find.share, find.mm, round == 0 ? find.weight : find.believed(nodes));
            }
            nodes = system.solve();
        }
        return Arrays.stream(nodes).mapToObj(mm -> (int) Math.round(mm / Bend.UNIT_MM)).toList();
    }

    /** One find as a mean of the four nodes around it. */
    private static final class Find {
        private final int[] at;
        private final double[] share;
        private final double mm;
        private final double weight;

        private Find(int[] at, double[] share, Shift shift) {
            this.at = at;
            this.share = share;
            this.mm = shift.mm();
            this.weight = shift.weight();
        }

        private double believed(double[] nodes) {
            double miss = -mm;
            for (int i = 0; i < at.length; i++) {
                miss += share[i] * nodes[at[i]];
            }
            double ratio = miss / HALF_BELIEVED_MM;
            return weight / (1 + ratio * ratio);
        }
    }

    private Find find(Shift shift) {
        PointMm p = shift.place();
        double x = Math.max(0, Math.min(columns - 1, p.x() / STEP_MM));
        double y = Math.max(0, Math.min(rows - 1, p.y() / STEP_MM));
        int left = Math.min((int) x, columns - 2);
        int top = Math.min((int) y, rows - 2);
        double fx = x - left;
        double fy = y - top;
        int at = top * columns + left;
        return new Find(
                new int[] {at, at + 1, at + columns, at + columns + 1},
                new double[] {(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy},
                shift);
    }

    private void stiffen(BandedSystem system) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                system.add(new int[] {at}, new double[] {1}, 0, REST);
                if (column > 0 && column < columns - 1) {
                    system.add(new int[] {at - 1, at, at + 1}, new double[] {1, -2, 1}, 0, STIFFNESS);
                }
                if (row > 0 && row < rows - 1) {
                    system.add(new int[] {at - columns, at, at + columns}, new double[] {1, -2, 1}, 0, STIFFNESS);
                }
                if (column < columns - 1 && row < rows - 1) {
                    int[] corners = {at, at + 1, at + columns, at + columns + 1};
                    system.add(corners, new double[] {1, -1, -1, 1}, 0, 2 * STIFFNESS);
                }
            }
        }
    }
}
