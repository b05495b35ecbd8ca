package org.ketwork.bench.goal;

import org.ketwork.bench.work.RandomMatrices;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.matrix.Matrix;

/** Prints the shortest time in seconds of a product of two real matrices of size 1024 in this JVM. */
final class ProductTimer {
    static final int N = 1024;
    private static final int WARM_UP = 10;
    private static final int REPETITIONS = 30;

    private ProductTimer() {}

    public static void main(String[] arguments) {
        Matrix left = RandomMatrices.uniform(N, "left");
        Matrix right = RandomMatrices.uniform(N, "right");
        System.out.println(
                Times.of(WARM_UP, REPETITIONS, () -> left.times(right)).least());
    }
}
