package org.tallyroom.sheetcode;

/**
 * How dark each sampled module of a scanned code looks; the votes of both copies are added before the decoder corrects
 * errors.
 */
public final class ModuleVotes {

    private final double[] darkness;

    private ModuleVotes(double[] darkness) {
        this.darkness = darkness;
    }

    /** Tells a module's darkness: 0 white … 1 black, 0.5 where nothing is known. */
    @FunctionalInterface
    public interface Sample {
        double darkness(int column, int row);
    }

    /** Samples all 33 × 33 modules. */
    public static ModuleVotes of(Sample sample) {
        double[] darkness = new double[QrModules.SIDE * QrModules.SIDE];
        for (int row = 0; row < QrModules.SIDE; row++) {
            for (int column = 0; column < QrModules.SIDE; column++) {
                darkness[row * QrModules.SIDE + column] = sample.darkness(column, row) - 0.5;
            }
        }
        return new ModuleVotes(darkness);
    }

    public ModuleVotes plus(ModuleVotes other) {
        double[] sum = darkness.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.darkness[i];
        }
        return new ModuleVotes(sum);
    }

    /** The majority's opinion on a module. */
    public boolean dark(int column, int row) {
        return darkness[row * QrModules.SIDE + column] > 0;
    }
}
