package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.random.RandomAddress;

class NormalisationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 31, 64, 1000})
    void plainLoopsAndVectorsGiveTheSameBitsAndTheMomentsAreRight(int length) {
        double[] x = new double[length + 3];
        double[] theta = new double[2 * length];
        RandomAddress.root(1).fillNormal(x);
        RandomAddress.root(2).fillNormal(theta);
        double[] n = new double[length + 2];
        double[] plain = new double[length + 2];
        double epsilon = 1e-5;
        double s = Normalisation.normalise(x, 3, n, 2, length, epsilon);
        assertThat(s).isEqualTo(Normalisation.plain(x, 3, plain, 2, length, epsilon));
        assertThat(n).containsExactly(plain);
        double mean = 0;
        double square = 0;
        for (int i = 2; i < n.length; i++) {
            mean += n[i] / length;
            square += n[i] * n[i] / length;
        }
        assertThat(mean).isCloseTo(0, within(1e-13));
        assertThat(square).isCloseTo(1 - epsilon / (s * s), within(1e-12));
        double[] y = new double[length + 1];
        Normalisation.stretch(n, 2, theta, 0, length, y, 1, length);
        for (int i = 0; i < length; i++) {
            assertThat(y[1 + i]).isEqualTo(theta[i] * n[2 + i] + theta[length + i]);
        }
    }
}
