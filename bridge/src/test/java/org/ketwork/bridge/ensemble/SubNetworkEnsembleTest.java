package org.ketwork.bridge.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class SubNetworkEnsembleTest {
    private static final double EXACT = 1e-12;

    /** All masks of zeros and ones applied to the vector, with Bernoulli weights. */
    private static SubNetworkEnsemble allMasks(EnsembleDefinition definition, double p, double... psi) {
        int d = psi.length;
        Matrix vectors = Matrix.zeros(1 << d, d);
        double[] weights = new double[1 << d];
        for (int mask = 0; mask < 1 << d; mask++) {
            weights[mask] = Math.pow(p, Integer.bitCount(mask)) * Math.pow(1 - p, d - Integer.bitCount(mask));
            for (int i = 0; i < d; i++) {
                vectors.set(mask, i, psi[i] * (mask >>> i & 1));
            }
        }
        return SubNetworkEnsemble.of(definition, weights, vectors);
    }

    private static double[] uniform(int d) {
        double[] psi = new double[d];
        Arrays.fill(psi, 1);
        return psi;
    }

    @Test
    void maskedAmplitudesNormalisedOnceAreTheDephasedState() {
        SubNetworkEnsemble rho = allMasks(EnsembleDefinition.MASKED_AMPLITUDES, 0.7, 1, 2, 3, 4);
        assertThat(rho.purity()).isCloseTo(0.6906, within(EXACT));
        assertThat(rho.vonNeumannEntropy()).isCloseTo(0.616509711184655, within(EXACT));
        assertThat(rho.effectiveMembers()).isCloseTo(1.448016217781639, within(EXACT));
        assertThat(Math.exp(rho.vonNeumannEntropy())).isCloseTo(1.852451155770050, within(EXACT));

        SubNetworkEnsemble flat = allMasks(EnsembleDefinition.MASKED_AMPLITUDES, 0.5, uniform(8));
        assertThat(flat.purity()).isCloseTo(11.0 / 32, within(EXACT));
        assertThat(flat.vonNeumannEntropy()).isCloseTo(1.536649897488158, within(EXACT));
        assertThat(flat.spectrum()[0]).isCloseTo(0.5 + 0.5 / 8, within(EXACT));
        assertThat(flat.spectrum()[7]).isCloseTo(0.5 / 8, within(EXACT));
    }

    @Test
    void normalisingEachMaskIsNotDephasingByTheKeepProbability() {
        SubNetworkEnsemble rho = allMasks(EnsembleDefinition.MASKED_NORMALISED, 0.7, 1, 2, 3, 4);
        assertThat(rho.purity()).isCloseTo(0.536371120153247, within(EXACT));
        assertThat(rho.vonNeumannEntropy()).isCloseTo(0.878228396746711, within(EXACT));
        assertThat(rho.erasure()).isCloseTo(Math.pow(0.3, 4), within(EXACT));

        double[][] golden = {
            {2, 0.5, 1.0 / 3},
            {4, 0.5, 17.0 / 45},
            {4, 0.7, 0.607621736062103},
            {8, 0.5, 0.430812324929972}
        };
        for (double[] row : golden) {
            int d = (int) row[0];
            double p = row[1];
            Matrix density = allMasks(EnsembleDefinition.MASKED_NORMALISED, p, uniform(d))
                    .densityMatrix()
                    .re();
            double factor = density.get(0, 1) / density.get(0, 0);
            double silent = Math.pow(1 - p, d);
            assertThat(factor).isCloseTo(row[2], within(EXACT));
            assertThat(factor).isCloseTo((d * p - 1 + silent) / ((d - 1) * (1 - silent)), within(EXACT));
        }
    }

    @Test
    void theUnbiasedPurityLooksAtDistinctPairsOnly() {
        double h = Math.sqrt(0.5);
        Matrix three = Matrix.of(new double[] {1, 0}, new double[] {h, h}, new double[] {0, 1});
        SubNetworkEnsemble exact =
                SubNetworkEnsemble.of(EnsembleDefinition.BORN_AMPLITUDES, new double[] {1, 1, 1}, three);
        assertThat(exact.purity()).isCloseTo(5.0 / 9, within(EXACT));

        // All 3^3 samples of three passes, each equally likely: the averages are expectations.
        double plugIn = 0;
        double unbiased = 0;
        for (int code = 0; code < 27; code++) {
            Matrix sample = Matrix.of(three.row(code % 3), three.row(code / 3 % 3), three.row(code / 9));
            SubNetworkEnsemble drawn =
                    SubNetworkEnsemble.ofSamples(EnsembleDefinition.BORN_AMPLITUDES, ComplexMatrix.real(sample));
            plugIn += drawn.purity() / 27;
            unbiased += drawn.unbiasedPurity() / 27;
        }
        assertThat(plugIn).isCloseTo(1.0 / 3 + 2.0 / 3 * 5 / 9, within(EXACT));
        assertThat(unbiased).isCloseTo(5.0 / 9, within(EXACT));
        assertThat(1.0 / 10 + 0.9 * 5 / 9).isCloseTo(0.6, within(EXACT));
    }

    @Test
    void bothSidesOfTheGramMatrixHaveTheSameSpectrum() {
        RandomStream random = RandomAddress.root(5).stream();
        for (int members : new int[] {1, 2, 3, 5, 9}) {
            ComplexMatrix vectors = ComplexMatrix.zeros(members, 4);
            double[] weights = new double[members];
            for (int m = 0; m < members; m++) {
                weights[m] = random.nextDouble() + 0.1;
                for (int i = 0; i < 4; i++) {
                    vectors.set(m, i, random.nextNormal(), random.nextNormal());
                }
            }
            SubNetworkEnsemble ensemble = SubNetworkEnsemble.of(EnsembleDefinition.BORN_AMPLITUDES, weights, vectors);
            assertThat(ensemble.densityMatrix().traceRe()).isCloseTo(1, within(EXACT));
            assertThat(ensemble.gram().traceRe()).isCloseTo(1, within(EXACT));
            double density = ensemble.densityMatrix().frobeniusNorm();
            double gram = ensemble.gram().frobeniusNorm();
            assertThat(density * density).isCloseTo(ensemble.purity(), within(EXACT));
            assertThat(gram * gram).isCloseTo(ensemble.purity(), within(EXACT));
            assertThat(ensemble.source().average().purity()).isCloseTo(ensemble.purity(), within(EXACT));
            assertThat(ensemble.state().purity()).isCloseTo(ensemble.purity(), within(EXACT));
            double[] spectrum = ensemble.spectrum();
            assertThat(spectrum).hasSize(Math.min(members, 4));
            double[] full = HermitianEigen.values(ensemble.densityMatrix().hermitianPart());
            for (int i = 0; i < spectrum.length; i++) {
                assertThat(spectrum[i]).isCloseTo(full[3 - i], within(EXACT));
            }
        }
    }

    @Test
    void smallPredictiveVarianceForcesPurityNearOne() {
        RandomStream random = RandomAddress.root(6).stream();
        for (int trial = 0; trial < 200; trial++) {
            Matrix outputs = Matrix.zeros(7, 3);
            double spread = Math.pow(10, -2 + 2 * random.nextDouble());
            for (int m = 0; m < 7; m++) {
                for (int i = 0; i < 3; i++) {
                    outputs.set(m, i, 1 + spread * random.nextNormal());
                }
            }
            double[] mean = new double[3];
            double total = 0;
            for (int m = 0; m < 7; m++) {
                for (int i = 0; i < 3; i++) {
                    mean[i] += outputs.get(m, i) / 7;
                    total += outputs.get(m, i) * outputs.get(m, i) / 7;
                }
            }
            double square = mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2];
            double largest = SubNetworkEnsemble.of(EnsembleDefinition.MASKED_AMPLITUDES, uniform(7), outputs)
                    .spectrum()[0];
            assertThat(1 - largest).isLessThanOrEqualTo((total - square) / total + EXACT);
        }
    }

    @Test
    void anEnsembleWithoutAStateIsRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> SubNetworkEnsemble.of(
                            EnsembleDefinition.BATCH_ACTIVATIONS,
                            new double[] {1, 1},
                            Matrix.of(new double[] {1, 0}, new double[] {bad, 0})))
                    .hasMessageStartingWith("the vector of member 1 must be finite");
        }
        assertThatThrownBy(() ->
                        SubNetworkEnsemble.of(EnsembleDefinition.BORN_AMPLITUDES, new double[] {1}, Matrix.zeros(1, 3)))
                .hasMessage("an ensemble needs a member of positive weight that is not zero");
        assertThatThrownBy(() -> SubNetworkEnsemble.of(
                        EnsembleDefinition.BORN_AMPLITUDES, new double[] {-1, 2}, Matrix.identity(2)))
                .hasMessage("weights must be finite and not negative, got -1.0");
    }
}
