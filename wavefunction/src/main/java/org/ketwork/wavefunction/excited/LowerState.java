package org.ketwork.wavefunction.excited;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * A state φ that was found before and that a higher one must avoid.
 *
 * @param sample of |φ|², kept for all steps; the more draws, the closer the orthogonality
 * @param penalty β: what a state loses by lying along φ. It must exceed the distance of the energies
 */
public record LowerState(Wavefunction wavefunction, Sample sample, double penalty) {
    public LowerState {
        if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    "the penalty for overlap with a lower state must be positive, got " + penalty);
        }
    }
}
