package org.ketwork.claims.ensemble;

import java.util.Arrays;
import org.ketwork.bridge.ensemble.EnsembleDefinition;
import org.ketwork.bridge.ensemble.PredictiveEnsemble;
import org.ketwork.bridge.ensemble.SubNetworkEnsemble;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;

/** The reference numbers of the ensemble definitions b1, b2, b3 and b5. */
final class EnsembleGoldens {
    private static final double EXACT = 1e-12;

    private EnsembleGoldens() {}

    static void enter(Evidence.Builder evidence) {
        SubNetworkEnsemble once = allMasks(EnsembleDefinition.MASKED_AMPLITUDES, 0.7, 1, 2, 3, 4);
        evidence.number("b1, (1,2,3,4), p = 0.7: purity", once.purity(), 0.6906, EXACT);
        evidence.number("b1, (1,2,3,4), p = 0.7: S", once.vonNeumannEntropy(), 0.616509711184655, EXACT);
        evidence.number("b1, (1,2,3,4), p = 0.7: N2", once.effectiveMembers(), 1.448016217781639, EXACT);
        evidence.number("b1, (1,2,3,4), p = 0.7: e^S", Math.exp(once.vonNeumannEntropy()), 1.852451155770050, EXACT);
        SubNetworkEnsemble flat = allMasks(EnsembleDefinition.MASKED_AMPLITUDES, 0.5, uniform(8));
        evidence.number("b1, uniform d = 8, p = 1/2: purity", flat.purity(), 11.0 / 32, EXACT);
        evidence.number("b1, uniform d = 8, p = 1/2: S", flat.vonNeumannEntropy(), 1.536649897488158, EXACT);

        SubNetworkEnsemble each = allMasks(EnsembleDefinition.MASKED_NORMALISED, 0.7, 1, 2, 3, 4);
        evidence.number("b2, (1,2,3,4), p = 0.7: purity", each.purity(), 0.536371120153247, EXACT);
        evidence.number("b2, (1,2,3,4), p = 0.7: S", each.vonNeumannEntropy(), 0.878228396746711, EXACT);
        evidence.number("b2, uniform d = 2, p = 0.5: coherence", coherence(2, 0.5), 1.0 / 3, EXACT);
        evidence.number("b2, uniform d = 4, p = 0.5: coherence", coherence(4, 0.5), 17.0 / 45, EXACT);
        evidence.number("b2, uniform d = 4, p = 0.7: coherence", coherence(4, 0.7), 0.607621736062103, EXACT);
        evidence.number("b2, uniform d = 8, p = 0.5: coherence", coherence(8, 0.5), 0.430812324929972, EXACT);

        double h = Math.sqrt(0.5);
        SubNetworkEnsemble three = SubNetworkEnsemble.of(
                EnsembleDefinition.BORN_AMPLITUDES,
                new double[] {1, 1, 1},
                Matrix.of(new double[] {1, 0}, new double[] {h, h}, new double[] {0, 1}));
        evidence.number("b5, three states: purity", three.purity(), 5.0 / 9, EXACT);
        evidence.number(
                "b5, three states: mean plug-in purity of 10 draws", meanPlugInPurity(three.kets(), 10), 0.6, EXACT);

        PredictiveEnsemble classes = PredictiveEnsemble.ofSamples(
                Matrix.of(new double[] {0.9, 0.1}, new double[] {0.6, 0.4}, new double[] {0.2, 0.8}));
        evidence.number("b3, three members: BALD", classes.bald(), 0.184732743817336, EXACT);
        evidence.number("b3, three members: S", classes.vonNeumannEntropy(), 0.320230125410450, EXACT);
        evidence.number("b3, three members: H", classes.predictiveEntropy(), 0.684231765130300, EXACT);
        evidence.number("b3, three members: purity", classes.states().purity(), 0.823523806217620, EXACT);
        evidence.number("three members: geometric mean", classes.geometricMean()[0], 0.6, EXACT);
        evidence.number("three members: -ln Z", classes.geometricSpread(), 0.231049060186648, EXACT);
    }

    /** The expected purity of the mixture of {@code draws} draws from three equally likely kets, over all counts of the draws. */
    private static double meanPlugInPurity(ComplexMatrix kets, int draws) {
        double mean = 0;
        for (int a = 0; a <= draws; a++) {
            for (int b = 0; a + b <= draws; b++) {
                double[] counts = {a, b, draws - a - b};
                double chance = choose(draws, a) * choose(draws - a, b) / Math.pow(3, draws);
                mean += chance
                        * SubNetworkEnsemble.of(EnsembleDefinition.BORN_AMPLITUDES, counts, kets)
                                .purity();
            }
        }
        return mean;
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    private static double[] uniform(int d) {
        double[] psi = new double[d];
        Arrays.fill(psi, 1);
        return psi;
    }

    private static double coherence(int d, double p) {
        Matrix rho = allMasks(EnsembleDefinition.MASKED_NORMALISED, p, uniform(d))
                .densityMatrix()
                .re();
        return rho.get(0, 1) / rho.get(0, 0);
    }

    /** The ensemble of a vector under all Bernoulli masks. */
    private static SubNetworkEnsemble allMasks(EnsembleDefinition definition, double p, double... psi) {
        int d = psi.length;
        Matrix vectors = Matrix.zeros(1 << d, d);
        double[] weights = new double[1 << d];
        for (int mask = 0; mask < 1 << d; mask++) {
            int kept = Integer.bitCount(mask);
            weights[mask] = Math.pow(p, kept) * Math.pow(1 - p, d - kept);
            for (int i = 0; i < d; i++) {
                vectors.set(mask, i, psi[i] * (mask >>> i & 1));
            }
        }
        return SubNetworkEnsemble.of(definition, weights, vectors);
    }
}
