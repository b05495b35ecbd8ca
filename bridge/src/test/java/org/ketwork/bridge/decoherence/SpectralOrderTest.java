package org.ketwork.bridge.decoherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class SpectralOrderTest {
    private static final Matrix X =
            Matrix.of(new double[] {1, 2, 0}, new double[] {0, 1, 1}, new double[] {2, 0, 1}, new double[] {1, -1, 3});

    @Test
    void referenceSpectraEntropiesAndConditionNumbers() {
        SpectralOrder order = SpectralOrder.of(
                X.transposeTimes(X), MaskMoments.bernoulli(3, 0.8).coherence());
        assertThat(order.before())
                .containsExactly(new double[] {1.982844966664, 6.753053386101, 14.264101647235}, within(1e-11));
        assertThat(order.after())
                .containsExactly(new double[] {3.025639861893, 6.613904808812, 13.360455329296}, within(1e-11));
        assertThat(order.entropyBefore()).isEqualTo(0.867408220421, within(1e-12));
        assertThat(order.entropyAfter()).isEqualTo(0.940760692413, within(1e-12));
        assertThat(order.conditionBefore()).isEqualTo(7.193755380297, within(1e-11));
        assertThat(order.conditionAfter()).isEqualTo(4.415745408952, within(1e-11));
    }

    @Test
    void decoherenceNeverSharpensASpectrum() {
        RandomStream random = RandomAddress.root(11).at("majorisation").stream();
        for (int repeat = 0; repeat < 300; repeat++) {
            int d = 2 + random.nextInt(5);
            Matrix x = gaussian(random, d + 2, d);
            Matrix c = correlation(gaussian(random, 1 + random.nextInt(d), d));
            SpectralOrder order = SpectralOrder.of(x.transposeTimes(x), c).require(1e-13);
            assertThat(order.entropyAfter()).isGreaterThanOrEqualTo(order.entropyBefore() - 1e-12);
            assertThat(order.after()[0]).isGreaterThanOrEqualTo(order.before()[0] * (1 - 1e-10));
        }
    }

    @Test
    void aMatrixThatIsNoCoherenceMatrixIsCaught() {
        Matrix gram = X.transposeTimes(X);
        assertThatThrownBy(() -> SpectralOrder.of(gram, MaskReachTest.equicorrelation(3, 1.5))
                        .require(1e-12))
                .isInstanceOf(LawViolation.class)
                .hasMessageContaining("majorisation");
    }

    @Test
    void budgetSpentIsTheBudgetAllowed() {
        double[] sizes = {0.001, 0.027, 0.243, 0.729};
        assertThat(CoherenceBudget.spent(MaskMoments.bernoulli(3, 0.9).coherence()))
                .isEqualTo(5.4, within(1e-14));
        assertThat(CoherenceBudget.allowed(sizes)).isEqualTo(5.4, within(1e-14));
        for (int k = 1; k <= 5; k++) {
            Matrix c = MaskTable.kOfD(5, k).moments().coherence();
            assertThat(c.get(0, 1)).isEqualTo((k - 1) / 4.0, within(1e-14));
            double[] fixed = new double[6];
            fixed[k] = 1;
            assertThat(CoherenceBudget.allowed(fixed)).isEqualTo(CoherenceBudget.spent(c), within(1e-12));
        }
    }

    private static Matrix gaussian(RandomStream random, int rows, int columns) {
        Matrix x = Matrix.zeros(rows, columns);
        for (int i = 0; i < x.data().length; i++) {
            x.data()[i] = random.nextNormal();
        }
        return x;
    }

    private static Matrix correlation(Matrix x) {
        Matrix c = x.transposeTimes(x);
        Matrix scaled = c.copy();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.rows(); j++) {
                scaled.set(i, j, i == j ? 1 : c.get(i, j) / Math.sqrt(c.get(i, i) * c.get(j, j)));
            }
        }
        return scaled;
    }
}
