package org.ketwork.neural.layer;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Fresh parameters. */
final class Initial {
    private Initial() {}

    static void normal(double[] theta, int offset, int count, double deviation, RandomAddress address) {
        RandomStream stream = address.stream();
        for (int i = 0; i < count; i++) {
            theta[offset + i] = deviation * stream.nextNormal();
        }
    }

    static void constant(double[] theta, int offset, int count, double value) {
        Arrays.fill(theta, offset, offset + count, value);
    }
}
