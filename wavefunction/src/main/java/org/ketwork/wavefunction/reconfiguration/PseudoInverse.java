package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.InvalidInputException;

/**
 * Directions in which the metric is small are left out, smoothly: an eigenvalue λ is inverted to 1 / (λ (1 + (cutoff λ_max / λ)⁶))
 * (Schmitt and Heyl, Phys. Rev. Lett. 125, 100503 (2020), supplement).
 *
 * @param cutoff relative to the largest eigenvalue
 */
public record PseudoInverse(double cutoff) implements Regularisation {
    public PseudoInverse {
        requireCutoff(cutoff);
    }

    static void requireCutoff(double cutoff) {
        if (!(cutoff > 0 && cutoff < 1)) {
            throw new InvalidInputException("the cut-off of the pseudo-inverse must be in (0, 1), got " + cutoff);
        }
    }

    @Override
    public double at(long step) {
        return cutoff;
    }
}
