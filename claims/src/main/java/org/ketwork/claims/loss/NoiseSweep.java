package org.ketwork.claims.loss;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.InteriorOptimum;

/**
 * A task repeated over the common axis of noise levels: none, then 21 levels from 1/30 to 30 times the task's unit at equal ratios,
 * the unit itself in the middle.
 *
 * @param x noise over unit; 0 first
 * @param risks [repetition][level]
 */
record NoiseSweep(NoisyTask task, double[] x, double[][] risks) {
    private static final double REACH = 30;
    private static final int LEVELS = 21;

    /** The axis: 0, then the logarithmic grid. */
    static double[] axis() {
        double[] grid = Grid.logarithmic(1 / REACH, REACH, LEVELS);
        double[] axis = new double[LEVELS + 1];
        System.arraycopy(grid, 0, axis, 1, LEVELS);
        return axis;
    }

    /** Repetition r draws at {@code address.at(r)}. */
    static NoiseSweep of(NoisyTask task, int repetitions, RandomAddress address, Workers workers) {
        double[] x = axis();
        double[] noises = Grid.map(x, value -> value * task.unit());
        double[][] risks = workers.map(repetitions, r -> task.experiment().risks(noises, address.at(r)))
                .toArray(double[][]::new);
        return new NoiseSweep(task, x, risks);
    }

    /** The same repetitions as above, one after the other on the calling thread. */
    static NoiseSweep of(NoisyTask task, int repetitions, RandomAddress address) {
        double[] x = axis();
        double[] noises = Grid.map(x, value -> value * task.unit());
        double[][] risks = new double[repetitions][];
        for (int r = 0; r < repetitions; r++) {
            risks[r] = task.experiment().risks(noises, address.at(r));
        }
        return new NoiseSweep(task, x, risks);
    }

    /** The test for an interior optimum on log10(x); no noise at all stands one step to the left of the grid. */
    InteriorOptimum test(double alpha, RandomAddress address) {
        double[] levels = Grid.map(x, value -> value == 0 ? -Math.log10(REACH) - step() : Math.log10(value));
        return InteriorOptimum.of(levels, risks, alpha, address);
    }

    /** Distance of neighbouring levels in log10(x). */
    static double step() {
        return 2 * Math.log10(REACH) / (LEVELS - 1);
    }

    /** The risks of all repetitions without noise. */
    double[] withoutNoise() {
        return column(0);
    }

    /** The risks of all repetitions at the unit of the axis. */
    double[] atUnit() {
        return column(1 + LEVELS / 2);
    }

    double[] meanRisk() {
        double[] mean = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            mean[j] = estimate(j).mean();
        }
        return mean;
    }

    /** The risk at level j over the repetitions. */
    Estimate estimate(int j) {
        return Estimate.of(column(j));
    }

    /** By how much the risk at level j differs from that without noise, over the repetitions. */
    Estimate change(int j) {
        double[] difference = column(j);
        for (int r = 0; r < risks.length; r++) {
            difference[r] -= risks[r][0];
        }
        return Estimate.of(difference);
    }

    private double[] column(int j) {
        double[] column = new double[risks.length];
        for (int r = 0; r < risks.length; r++) {
            column[r] = risks[r][j];
        }
        return column;
    }
}
