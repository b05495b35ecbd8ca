package org.ketwork.wavefunction.minimisation;

import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.Optimiser;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.reconfiguration.Regularisation;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;

/** How the parameters follow from a sample and its local energies. */
public sealed interface StepRule {
    /**
     * Stochastic reconfiguration, with the momentum of SPRING: the step is the regularised solution d of X d = ε nearest to
     * momentum · (the step before) (Goldshlager, Abrahamsen and Lin, J. Comput. Phys. 516, 113351 (2024), equation 22). Without momentum
     * and with learning rate Δτ it is a step Δτ of imaginary time.
     *
     * @param momentum in [0, 1); 0 for none
     */
    record Reconfiguration(Regularisation regularisation, double momentum, Space space, StepLimit limit)
            implements StepRule {
        public Reconfiguration {
            if (!(momentum >= 0 && momentum < 1)) {
                throw new InvalidInputException("the momentum must be in [0, 1), got " + momentum);
            }
        }

        public Reconfiguration(Regularisation regularisation, double momentum) {
            this(regularisation, momentum, Space.CHEAPER, StepLimit.none());
        }
    }

    /** The gradient of the energy, without a metric, and a rule of training networks such as Adam. */
    record Gradient(Optimiser optimiser) implements StepRule {
        public Gradient() {
            this(new Adam());
        }
    }
}
