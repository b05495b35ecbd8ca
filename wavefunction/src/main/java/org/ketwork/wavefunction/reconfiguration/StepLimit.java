package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.InvalidInputException;

/** How far one step may go. A longer one is shortened, its direction kept. */
public sealed interface StepLimit {
    /** The step before it is shortened. */
    static StepLimit none() {
        return new None();
    }

    /** No limit. */
    record None() implements StepLimit {}

    /** The Euclidean length of the change of the parameters (Goldshlager, Abrahamsen and Lin, J. Comput. Phys. 516, 113351 (2024)). */
    record Length(double most) implements StepLimit {
        public Length {
            require("length", most);
        }
    }

    /** The angle by which the state turns, to first order, in radian: √(δ† S δ). Does not depend on how the family is parametrised. */
    record Angle(double most) implements StepLimit {
        public Angle {
            require("angle", most);
        }
    }

    private static void require(String what, double most) {
        if (!(most > 0)) {
            throw new InvalidInputException("the limit of a step's " + what + " must be positive, got " + most);
        }
    }
}
