package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.InvalidInputException;

/**
 * As {@link PseudoInverse}, and directions in which the force drowns in its own sampling noise are left out as well: the component of
 * the force along an eigenvector of the metric, whose ratio to its standard error is q, is multiplied by 1 / (1 + (least / q)⁶)
 * (Schmitt and Heyl, Phys. Rev. Lett. 125, 100503 (2020), equation 9). With exact weights there is no noise.
 *
 * @param least the ratio of signal to noise at which a direction counts half
 * @param cutoff see {@link PseudoInverse}
 */
public record SignalToNoise(double least, double cutoff) implements Regularisation {
    public SignalToNoise {
        if (!(least > 0 && least < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    "the least ratio of signal to noise must be positive and finite, got " + least);
        }
        PseudoInverse.requireCutoff(cutoff);
    }

    @Override
    public double at(long step) {
        return cutoff;
    }
}
