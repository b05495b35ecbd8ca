package org.ketwork.claims.complementarity;

import static org.ketwork.lab.claim.Wording.text;

import java.util.List;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.measure.Uncertainty;
import org.ketwork.quantum.measurement.MutuallyUnbiasedBases;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.Subsystems;

/** The sum of squared probabilities over all unbiased bases. */
final class UnbiasedBudget {
    private static final double TOLERANCE = 1e-10;

    private UnbiasedBudget() {}

    /** Enters the finding and the control of a missing basis. */
    static void enter(Evidence.Builder evidence, Conditions conditions) {
        double worst = 0;
        double missing = Double.POSITIVE_INFINITY;
        for (int d : new int[] {2, 3, 5}) {
            List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(d);
            for (int i = 0; i < 50; i++) {
                DensityMatrix state =
                        randomState(d, conditions.random().at("states").at(d, i));
                worst = Math.max(worst, Math.abs(Uncertainty.indexOfCoincidence(bases, state) - 1 - state.purity()));
                missing = Math.min(
                        missing,
                        Math.abs(Uncertainty.indexOfCoincidence(bases.subList(1, bases.size()), state)
                                - 1
                                - state.purity()));
            }
        }
        evidence.finding("budget", worst <= TOLERANCE, text("150 random states, largest difference %.1e", worst));
        evidence.control(
                "a basis missing", missing > 0.01, text("smallest difference without the neuron basis %.3f", missing));
    }

    /** One half of a random pure state of two systems. */
    private static DensityMatrix randomState(int d, RandomAddress address) {
        double[] re = new double[d * d];
        double[] im = new double[d * d];
        for (int k = 0; k < re.length; k++) {
            re[k] = address.normal(2L * k);
            im[k] = address.normal(2L * k + 1);
        }
        return Ket.normalised(re, im).density().reduce(Subsystems.of(d, d), 0);
    }
}
