package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.random.RandomAddress;

class AccumulationTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 64, 67, 1000})
    void vectorsGiveTheBitsOfThePlainLoop(int length) {
        double[] x = new double[4 * length + 13];
        RandomAddress.root(1).fillUniform(x);
        double[] product = new double[length + 5];
        RandomAddress.root(2).fillUniform(product);
        double[] four = product.clone();
        double[] one = product.clone();
        double[] multiple = product.clone();
        double[] expectedOne = product.clone();
        double[] expectedMultiple = product.clone();
        double[] expectedProduct = product.clone();
        double[] expectedFour = product.clone();
        for (int i = 0; i < length; i++) {
            expectedOne[3 + i] += x[1 + i];
            expectedMultiple[3 + i] += -0.7 * x[1 + i];
            expectedProduct[3 + i] += x[1 + i] * x[length + 2 + i];
            expectedFour[3 + i] += (x[i] + x[length + 1 + i]) + (x[2 * length + 5 + i] + x[3 * length + 13 + i]);
        }
        Accumulation.add(one, 3, x, 1, length);
        Accumulation.addMultiple(multiple, 3, -0.7, x, 1, length);
        Accumulation.addProduct(product, 3, x, 1, x, length + 2, length);
        Accumulation.addFour(four, 3, x, 0, length + 1, 2 * length + 5, 3 * length + 13, length);
        assertThat(one).containsExactly(expectedOne);
        assertThat(multiple).containsExactly(expectedMultiple);
        assertThat(product).containsExactly(expectedProduct);
        assertThat(four).containsExactly(expectedFour);
    }
}
