package org.ketwork.quantum.measure;

import org.ketwork.quantum.state.DensityMatrix;

/** How much a state is a superposition of basis states (Baumgratz, Cramer, Plenio, Phys. Rev. Lett. 113, 140401, 2014). */
public final class Coherence {
    private Coherence() {}

    /** S(diagonal of ρ) − S(ρ) in nats: the relative entropy to the nearest incoherent state; at most log d. */
    public static double relativeEntropy(DensityMatrix state) {
        return Entropy.shannon(state.probabilities()) - Entropy.vonNeumann(state);
    }

    /** Σ |ρᵢⱼ| over i ≠ j; at most d − 1. */
    public static double l1(DensityMatrix state) {
        double sum = 0;
        for (int i = 0; i < state.dimension(); i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * Math.hypot(state.re(i, j), state.im(i, j));
            }
        }
        return sum;
    }
}
