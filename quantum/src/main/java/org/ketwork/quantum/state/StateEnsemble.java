package org.ketwork.quantum.state;

import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;

/**
 * States that a source sends with given probabilities. Different ensembles may have the same average state; the Holevo quantity
 * and the accessible information belong to the ensemble, not to the average.
 */
public final class StateEnsemble {
    private final List<DensityMatrix> states;
    private final double[] weights;

    private StateEnsemble(List<DensityMatrix> states, double[] weights) {
        this.states = states;
        this.weights = weights;
    }

    /**
     * @throws IllegalArgumentException if the lengths or dimensions differ, or the weights are not probabilities that sum to 1
     *     within 1e-9
     */
    public static StateEnsemble of(double[] weights, List<DensityMatrix> states) {
        if (weights.length != states.size() || states.isEmpty()) {
            throw new IllegalArgumentException("an ensemble needs one weight per state and at least one state, got "
                    + weights.length + " weights and " + states.size() + " states");
        }
        double sum = 0;
        for (double w : weights) {
            if (!(w >= 0)) {
                throw new IllegalArgumentException("the weight of a state must not be negative, got " + w);
            }
            sum += w;
        }
        if (!(Math.abs(sum - 1) <= DensityMatrix.TOLERANCE)) {
            throw new IllegalArgumentException("the weights of an ensemble must sum to 1, got " + sum);
        }
        for (DensityMatrix state : states) {
            if (state.dimension() != states.getFirst().dimension()) {
                throw new IllegalArgumentException("the states of an ensemble must have one dimension, got "
                        + states.getFirst().dimension() + " and " + state.dimension());
            }
        }
        return new StateEnsemble(List.copyOf(states), weights.clone());
    }

    /** Pure states with weights. */
    public static StateEnsemble ofKets(double[] weights, List<Ket> kets) {
        return of(weights, kets.stream().map(Ket::density).toList());
    }

    /** Pure states, all equally likely. */
    public static StateEnsemble uniform(List<Ket> kets) {
        double[] weights = new double[kets.size()];
        Arrays.fill(weights, 1.0 / kets.size());
        return ofKets(weights, kets);
    }

    public int size() {
        return weights.length;
    }

    public int dimension() {
        return states.getFirst().dimension();
    }

    public double weight(int i) {
        return weights[i];
    }

    public double[] weights() {
        return weights.clone();
    }

    public DensityMatrix state(int i) {
        return states.get(i);
    }

    public List<DensityMatrix> states() {
        return states;
    }

    /** Σᵢ wᵢ ρᵢ. */
    public DensityMatrix average() {
        ComplexMatrix sum = ComplexMatrix.zeros(dimension(), dimension());
        for (int i = 0; i < weights.length; i++) {
            sum = sum.plus(states.get(i).matrix().scale(weights[i]));
        }
        return DensityMatrix.of(sum);
    }
}
