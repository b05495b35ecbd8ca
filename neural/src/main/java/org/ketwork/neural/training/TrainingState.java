package org.ketwork.neural.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.neural.optimiser.Optimiser;

/**
 * Everything that training carries from one epoch to the next. Stored with {@link #arrays} and read back with {@link #restore}, it
 * goes on to the same numbers as if it had not been interrupted.
 */
public final class TrainingState {
    private static final int COUNTERS = 4;

    private final Parameters parameters;
    private final double[][] moments;
    private final double[] best;
    private int epoch;
    private long step;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;

    private TrainingState(Parameters parameters, double[][] moments, double[] best) {
        this.parameters = parameters;
        this.moments = moments;
        this.best = best;
    }

    /** The start of training from these parameters, which are copied. */
    public static TrainingState start(Parameters parameters, Optimiser optimiser) {
        double[] values = parameters.values();
        return new TrainingState(parameters.copy(), optimiser.freshMoments(values.length), values.clone());
    }

    /** The parameters after the last step; live. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The parameters of the best epoch: the last one whose validation loss lay below the best before it, by the margin of early
     * stopping if there is one; those of the start when none was measured.
     */
    public Parameters best() {
        return new Parameters(parameters.network(), best.clone());
    }

    /** Epochs made. */
    public int epoch() {
        return epoch;
    }

    /** Steps made. */
    public long step() {
        return step;
    }

    /** The number of the best epoch, counted from 1; 0 when none was measured. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** The validation loss of the best epoch, infinite when none was measured. */
    public double bestLoss() {
        return bestLoss;
    }

    /** The state as named arrays of numbers, copied. */
    public Map<String, double[]> arrays() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put("counters", new double[] {epoch, step, bestEpoch, bestLoss});
        arrays.put("parameters", parameters.values().clone());
        arrays.put("best", best.clone());
        for (int i = 0; i < moments.length; i++) {
            arrays.put("moment" + i, moments[i].clone());
        }
        return arrays;
    }

    /**
     * The state that {@link #arrays} gave.
     *
     * @throws IllegalArgumentException if an array is missing or does not fit the network or the optimiser
     */
    public static TrainingState restore(Network network, Optimiser optimiser, Map<String, double[]> arrays) {
        int count = network.parameterCount();
        double[][] moments = new double[optimiser.moments()][];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = array(arrays, "moment" + i, count);
        }
        Parameters parameters = new Parameters(network, array(arrays, "parameters", count));
        TrainingState state = new TrainingState(parameters, moments, array(arrays, "best", count));
        double[] counters = array(arrays, "counters", COUNTERS);
        state.epoch = (int) counters[0];
        state.step = (long) counters[1];
        state.bestEpoch = (int) counters[2];
        state.bestLoss = counters[3];
        return state;
    }

    private static double[] array(Map<String, double[]> arrays, String name, int length) {
        double[] array = arrays.getOrDefault(name, new double[0]);
        if (array.length != length) {
            throw new IllegalArgumentException(
                    "a stored training state needs " + length + " numbers under \"" + name + "\", got " + array.length);
        }
        return array.clone();
    }

    double[][] moments() {
        return moments;
    }

    void countStep() {
        step++;
    }

    void countEpoch() {
        epoch++;
    }

    /** Takes note of a validation loss after the current epoch. */
    void observe(double loss, double margin) {
        if (loss < bestLoss - margin) {
            bestLoss = loss;
            bestEpoch = epoch;
            System.arraycopy(parameters.values(), 0, best, 0, best.length);
        }
    }
}
