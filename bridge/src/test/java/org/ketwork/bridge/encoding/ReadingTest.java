package org.ketwork.bridge.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

class ReadingTest {
    private static final double EXACT = 1e-12;
    private static final ComplexMatrix HADAMARD = ComplexMatrix.real(
            Matrix.of(new double[] {1, 1}, new double[] {1, -1}).scale(Math.sqrt(0.5)));

    @Test
    void threeFourBecomesTheKetOfPointSixPointEight() {
        Ket ket = AmplitudeEncoding.of(new double[] {3, 4}).orElseThrow();
        assertThat(ket.re()).containsExactly(new double[] {0.6, 0.8}, within(EXACT));
        assertThat(ket.probabilities()).containsExactly(new double[] {0.36, 0.64}, within(EXACT));
        // 5 standard errors of 0.00048: false alarm 6e-7; seed 3.
        long[] wins = Reading.sample(ket, RandomAddress.root(3).at("born"), 1_000_000);
        assertThat(wins[0] / 1e6).isCloseTo(0.36, within(5 * 0.00048));
        assertThat(wins[0] + wins[1]).isEqualTo(1_000_000);
    }

    @Test
    void aDeadLayerHasNoState() {
        assertThat(AmplitudeEncoding.of(new double[] {0, 0, 0})).isEmpty();
        assertThat(AmplitudeEncoding.deadLayerProbability(10)).isEqualTo(1.0 / 1024);
    }

    @Test
    void onlyBornsReadingSeesTheSign() {
        Ket plus = Ket.of(0.6, 0.8);
        Ket minus = Ket.of(0.6, -0.8);
        double[] bornPlus = Reading.BORN.probabilities(plus, HADAMARD);
        double[] bornMinus = Reading.BORN.probabilities(minus, HADAMARD);
        assertThat(bornPlus).containsExactly(new double[] {0.98, 0.02}, within(EXACT));
        assertThat(bornMinus).containsExactly(new double[] {0.02, 0.98}, within(EXACT));
        assertThat(Reading.totalVariation(bornPlus, bornMinus)).isCloseTo(0.96, within(EXACT));
        assertThat(Reading.PROBABILITY.probabilities(plus, HADAMARD))
                .containsExactly(new double[] {0.5, 0.5}, within(EXACT));
        assertThat(Reading.PROBABILITY.probabilities(minus, HADAMARD))
                .containsExactly(new double[] {0.5, 0.5}, within(EXACT));
    }

    @Test
    void visibilityFallsWithTheDephasing() {
        for (double coherence : new double[] {0, 0.3, 1}) {
            DensityMatrix dephased = DensityMatrix.of(
                    Matrix.of(new double[] {0.36, 0.48 * coherence}, new double[] {0.48 * coherence, 0.64}));
            double[] p = Reading.born(dephased, HADAMARD);
            assertThat(p[0] - p[1]).isCloseTo(2 * 0.6 * 0.8 * coherence, within(EXACT));
        }
    }

    @Test
    void softmaxIsABornDistributionWhateverThePhases() {
        double[] z = {1, 2, 3};
        double[] p = SoftmaxEncoding.probabilities(z);
        assertThat(p).containsExactly(new double[] {0.09003057, 0.24472847, 0.66524096}, within(5e-9));
        assertThat(SoftmaxEncoding.ket(z).re())
                .containsExactly(new double[] {0.30005095, 0.49470039, 0.81562305}, within(5e-9));
        RandomStream random = RandomAddress.root(2).stream();
        for (int trial = 0; trial < 100; trial++) {
            double[] phases = {7 * random.nextDouble(), 7 * random.nextDouble(), 7 * random.nextDouble()};
            assertThat(SoftmaxEncoding.ket(z, phases).probabilities()).containsExactly(p, within(1e-15));
        }
        assertThat(SoftmaxEncoding.probabilities(new double[] {1000, 1001}))
                .containsExactly(SoftmaxEncoding.probabilities(new double[] {0, 1}), within(1e-15));
    }

    @Test
    void readingOnceDisturbsAStateButNotAnActivation() {
        assertThat(Reading.fidelityAfterProjectiveReadOut(Ket.of(0.6, 0.8))).isCloseTo(0.5392, within(EXACT));
    }

    @Test
    void aPentagonMeetsTheFrameBoundButNotWelchs() {
        FeatureFrame pentagon = FeatureFrame.regularPolygon(5);
        assertThat(pentagon.framePotential()).isCloseTo(12.5, within(EXACT));
        assertThat(pentagon.framePotentialBound()).isEqualTo(12.5);
        assertThat(pentagon.largestOverlap()).isCloseTo(Math.cos(Math.PI / 5), within(EXACT));
        assertThat(pentagon.largestOverlap()).isCloseTo(0.809017, within(5e-7));
        assertThat(pentagon.welchBound()).isCloseTo(0.612372, within(5e-7));
    }

    @Test
    void noFrameBeatsTheBounds() {
        RandomStream random = RandomAddress.root(12).stream();
        for (int trial = 0; trial < 200; trial++) {
            Matrix features = Matrix.zeros(3 + random.nextInt(6), 3);
            for (int i = 0; i < features.data().length; i++) {
                features.data()[i] = random.nextNormal();
            }
            FeatureFrame frame = new FeatureFrame(features);
            assertThat(frame.framePotential()).isGreaterThanOrEqualTo(frame.framePotentialBound() - EXACT);
            assertThat(frame.largestOverlap()).isGreaterThanOrEqualTo(frame.welchBound() - EXACT);
        }
    }
}
