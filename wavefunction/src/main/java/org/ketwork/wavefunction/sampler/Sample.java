package org.ketwork.wavefunction.sampler;

import org.ketwork.quantum.space.Configurations;

/**
 * Configurations with weights, drawn or listed. Equal configurations are held once. Every estimate and every optimisation step takes
 * a sample and does not ask where it came from.
 *
 * @param configurations n different configurations
 * @param weights n numbers that sum to 1: how often each was drawn, or its exact probability
 * @param chains which configuration each chain saw at each of its steps, (chains, length); empty if the weights are exact
 */
public record Sample(Configurations configurations, double[] weights, int[][] chains) {
    public Sample {
        if (weights.length != configurations.rows()) {
            throw new IllegalArgumentException(
                    configurations.rows() + " configurations need as many weights, got " + weights.length);
        }
    }

    /** Whether the weights are exact probabilities, so that there is no sampling error. */
    public boolean exact() {
        return chains.length == 0;
    }

    /** Draws behind the weights, equal configurations counted; 0 if they are exact. */
    public long draws() {
        long draws = 0;
        for (int[] chain : chains) {
            draws += chain.length;
        }
        return draws;
    }
}
