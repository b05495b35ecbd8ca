package org.ketwork.wavefunction.tomography;

import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.Optimiser;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;

/** How the parameters follow from the gradient g of the cross-entropy. */
public sealed interface TomographyRule {
    /**
     * The natural gradient: the step (4S + 4λ)⁻¹ g, where S is the metric of the family. Outcomes in no basis tell more about the
     * parameters than 4S (Braunstein and Caves, Phys. Rev. Lett. 72, 3439 (1994)); for a positive state in its own basis 4S is what they
     * tell, and near the minimum the step at learning rate 1 is Newton's.
     *
     * @param shift λ, absolute
     * @param limit of a step; far from the minimum Newton's step is far too long
     */
    record NaturalGradient(Shift shift, Space space, StepLimit limit) implements TomographyRule {
        public NaturalGradient {
            if (shift.scale() != Shift.Scale.ABSOLUTE) {
                throw new InvalidInputException(
                        "the shift of a natural gradient is absolute, got one in units of " + shift.scale());
            }
        }

        /** With steps of up to a tenth of a radian. */
        public NaturalGradient(Shift shift) {
            this(shift, Space.CHEAPER, new StepLimit.Angle(0.1));
        }
    }

    /** The gradient, without a metric, and a rule of training networks such as Adam. */
    record Gradient(Optimiser optimiser) implements TomographyRule {
        public Gradient() {
            this(new Adam());
        }
    }
}
