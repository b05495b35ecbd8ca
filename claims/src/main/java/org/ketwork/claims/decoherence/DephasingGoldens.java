package org.ketwork.claims.decoherence;

import java.util.Arrays;
import org.ketwork.bridge.decoherence.MaskReach;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.decoherence.MaskedAmplitudes;
import org.ketwork.bridge.decoherence.PhaseMixture;
import org.ketwork.bridge.ensemble.SubNetworkEnsemble;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.channel.Channels;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.channel.SchurMatrix;
import org.ketwork.quantum.noise.AmplitudeDamping;
import org.ketwork.quantum.noise.Depolarizing;
import org.ketwork.quantum.noise.Noise;
import org.ketwork.quantum.state.Ket;

/** The reference numbers of masked amplitudes, and what is and is not dephasing among other ways to lose a unit. */
final class DephasingGoldens {
    private static final double EXACT = 1e-12;
    static final Ket PSI = Ket.normalised(1, 2, 3, 4);

    private DephasingGoldens() {}

    static void enter(Evidence.Builder evidence) {
        SubNetworkEnsemble b1 = MaskedAmplitudes.normalisedOnce(PSI, MaskTable.bernoulli(4, 0.7));
        evidence.number("b1 purity, (1,2,3,4), p = 0.7", b1.purity(), 0.6906, EXACT);
        evidence.number("b1 entropy", b1.vonNeumannEntropy(), 0.616509711184655, EXACT);
        evidence.number("b1 effective members 1/purity", b1.effectiveMembers(), 1.448016217781639, EXACT);
        evidence.number("b1 effective members e^S", Math.exp(b1.vonNeumannEntropy()), 1.852451155770050, EXACT);
        SubNetworkEnsemble uniform = MaskedAmplitudes.normalisedOnce(uniform(8), MaskTable.bernoulli(8, 0.5));
        evidence.number("b1 purity, uniform d = 8, p = 1/2", uniform.purity(), 11.0 / 32, EXACT);
        evidence.number("b1 entropy, uniform d = 8", uniform.vonNeumannEntropy(), 1.536649897488158, EXACT);
        double[][] factors = {
            {2, 0.5, 1.0 / 3}, {4, 0.5, 17.0 / 45}, {4, 0.7, 0.607621736062103}, {8, 0.5, 0.430812324929972}
        };
        for (double[] row : factors) {
            int d = (int) row[0];
            SubNetworkEnsemble b2 = MaskedAmplitudes.normalisedEach(uniform(d), MaskTable.bernoulli(d, row[1]));
            String name = "b2 factor, uniform d = " + d + ", p = " + row[1];
            evidence.number(name + ", all masks", b2.densityMatrix().re().get(0, 1) * d, row[2], EXACT);
            evidence.number(name + ", formula", MaskedAmplitudes.uniformFactorNormalisedEach(d, row[1]), row[2], EXACT);
        }
        SubNetworkEnsemble b2 = MaskedAmplitudes.normalisedEach(PSI, MaskTable.bernoulli(4, 0.7));
        evidence.number("b2 purity, (1,2,3,4), p = 0.7", b2.purity(), 0.536371120153247, EXACT);
        evidence.number("b2 entropy", b2.vonNeumannEntropy(), 0.878228396746711, EXACT);
        evidence.number("complementary pinching, p = 0.7", pinching(0.7), 0.58, EXACT);
        evidence.number("gate dropout RZ(π), p = 0.7: |2p − 1|", gateDropout(0.7, Math.PI), 0.4, EXACT);
        evidence.number(
                "gate dropout RZ(1), p = 0.7", gateDropout(0.7, 1), Math.sqrt(1 - 0.42 * (1 - Math.cos(1))), EXACT);
        ComplexMatrix ghz = Ket.normalised(1, 0, 0, 0, 0, 0, 0, 1).density().matrix();
        // Keeping a qubit with probability p and else replacing it by 1/2 is depolarizing with 3(1 − p)/4.
        double ghzFactor = onThreeQubits(new Depolarizing(0.225)).map(ghz).re().get(0, 7)
                / ghz.re().get(0, 7);
        evidence.number("GHZ coherence, three qubits kept with p = 0.7", ghzFactor, 0.343, EXACT);
        evidence.number(
                "least equal coherence of 3 units by signs",
                -0.5 * MaskReach.bySigns(equicorrelation(3, -0.5)).visibility(),
                -1.0 / 3,
                EXACT);
        evidence.number(
                "least equal coherence of 3 units by 0/1 masks, p = 1/2",
                0.5 - 0.5 * MaskReach.byZeroOne(equicorrelation(3, 0), 0.5).visibility(),
                1.0 / 3,
                EXACT);
        ComplexMatrix half = ComplexMatrix.real(equicorrelation(3, -0.5));
        double reached = PhaseMixture.of(half) instanceof PhaseMixture.Reached r
                ? r.coherence().re().get(0, 1)
                : Double.NaN;
        evidence.number("equal coherence of 3 units reached by phases", reached, -0.5, EXACT);
    }

    /** Keep m, and keep 1 − m as the other outcome: both in or both out leave a pair coherent. */
    private static double pinching(double keep) {
        MaskTable law = MaskTable.bernoulli(4, keep);
        Matrix masks = Matrix.zeros(2 * law.count(), 4);
        double[] probabilities = new double[2 * law.count()];
        for (int s = 0; s < law.count(); s++) {
            for (int i = 0; i < 4; i++) {
                masks.set(2 * s, i, law.masks().get(s, i));
                masks.set(2 * s + 1, i, 1 - law.masks().get(s, i));
            }
            probabilities[2 * s] = law.probabilities()[s] / 2;
            probabilities[2 * s + 1] = law.probabilities()[s] / 2;
        }
        return new MaskTable(masks, probabilities).moments().coherence().get(0, 1);
    }

    private static Kraus onThreeQubits(Noise noise) {
        Kraus one = Kraus.of(noise);
        return Channels.tensor(Channels.tensor(one, one), one);
    }

    static double relativeCoherenceUnderLoss() {
        ComplexMatrix damped = onThreeQubits(new AmplitudeDamping(0.3))
                .map(Ket.normalised(0, 3, 2, 0, 1, 0, 0, 0).density().matrix());
        return damped.re().get(1, 2)
                / Math.sqrt(damped.re().get(1, 1) * damped.re().get(2, 2));
    }

    private static double gateDropout(double keep, double angle) {
        ComplexMatrix kept = ComplexMatrix.zeros(2, 2);
        kept.set(0, 0, Math.cos(angle / 2), -Math.sin(angle / 2));
        kept.set(1, 1, Math.cos(angle / 2), Math.sin(angle / 2));
        Kraus dropped =
                Kraus.of(kept.scale(Math.sqrt(keep)), ComplexMatrix.identity(2).scale(Math.sqrt(1 - keep)));
        ComplexMatrix coherence = SchurMatrix.of(dropped, EXACT).orElseThrow().coherence();
        return Math.hypot(coherence.re().get(0, 1), coherence.im().get(0, 1));
    }

    private static Ket uniform(int d) {
        double[] ones = new double[d];
        Arrays.fill(ones, 1);
        return Ket.normalised(ones);
    }

    static Matrix equicorrelation(int d, double c) {
        return Matrix.constant(d, d, c).plus(Matrix.identity(d).scale(1 - c));
    }
}
