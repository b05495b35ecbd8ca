package org.ketwork.quantum.spectrum;

import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.space.Configurations;

/** How the signs of a real state compare with a rule. */
public final class SignStructure {
    private SignStructure() {}

    /**
     * The weight Σ |ψ(σ)|² of the configurations whose sign is not the one of Marshall's rule, the overall sign of the state being chosen
     * so that it is at most 1/2. Not defined for one state of several of equal energy.
     *
     * @param state real
     */
    public static double violatingWeight(ExactState state, MarshallRotation rule) {
        if (!state.isReal()) {
            throw new IllegalArgumentException("Marshall's rule speaks of real states, this one is complex");
        }
        Configurations all = state.space().all();
        double negative = 0;
        double positive = 0;
        for (int row = 0; row < all.rows(); row++) {
            double amplitude = rule.sign(all.levels(), row * all.sites()) * state.re()[row];
            if (amplitude < 0) {
                negative += amplitude * amplitude;
            } else {
                positive += amplitude * amplitude;
            }
        }
        return Math.min(negative, positive) / (negative + positive);
    }
}
