package org.ketwork.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketwork.neural.mask.Masking.inverted;
import static org.ketwork.neural.mask.Masking.plain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

class BernoulliFactorsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 200})
    void areTheFactorsOfTheMasking(int units) {
        RandomAddress address = RandomAddress.root(units).at("masks");
        long[] samples = {4, 0, 17};
        for (double p : new double[] {0.1, 0.5, 0.7, 1}) {
            for (Masking masking : new Masking[] {inverted(new Bernoulli(p)), plain(new Bernoulli(p))}) {
                assertThat(BernoulliFactors.apply(masking)).isTrue();
                double[] expected = masking.factors(address, samples, Matrix.zeros(3, units))
                        .data();
                assertThat(BernoulliFactors.of(masking, address, samples, units))
                        .containsExactly(expected);
            }
        }
    }
}
