package org.ketwork.quantum.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;

class RandomSubspaceTest {
    private static final int[][] RANKS = {{4, 1, 1}, {4, 2, 2}, {8, 4, 4}, {16, 8, 8}, {8, 2, 5}};

    @Test
    void meanSquaredCommutatorsAreTheReferenceValues() {
        double[] complex = {0.3, 8.0 / 15, 1.015873015873016, 2.007843137254902, 5.0 / 7};
        double[] real = {0.25, 4.0 / 9, 0.914285714285714, 1.896296296296296, 9.0 / 14};
        for (int i = 0; i < RANKS.length; i++) {
            int[] r = RANKS[i];
            assertThat(RandomSubspace.meanSquaredCommutator(r[0], r[1], r[2])).isCloseTo(complex[i], within(1e-14));
            assertThat(RandomSubspace.meanSquaredRealCommutator(r[0], r[1], r[2]))
                    .isCloseTo(real[i], within(1e-14));
            assertThat(RandomSubspace.meanSquaredCommutator(r[0], r[2], r[1])).isCloseTo(complex[i], within(1e-14));
        }
        assertThat(RandomSubspace.meanSquaredCommutator(5, 5, 2)).isCloseTo(0, within(1e-15));
        assertThat(RandomSubspace.meanSquaredRealCommutator(5, 2, 5)).isCloseTo(0, within(1e-15));
    }

    @Test
    void sampledCommutatorsHaveTheStatedMean() {
        RandomAddress address = RandomAddress.root(17);
        int samples = 3000;
        for (int[] r : new int[][] {{4, 1, 1}, {8, 2, 5}}) {
            double[] complex = new double[samples];
            double[] real = new double[samples];
            for (int s = 0; s < samples; s++) {
                complex[s] = squared(
                        RandomSubspace.complexProjector(
                                r[0], r[1], address.at("P").at(s, r[0])),
                        RandomSubspace.complexProjector(
                                r[0], r[2], address.at("Q").at(s, r[0])));
                real[s] = squared(
                        ComplexMatrix.real(RandomSubspace.realProjector(
                                r[0], r[1], address.at("p").at(s, r[0]))),
                        ComplexMatrix.real(RandomSubspace.realProjector(
                                r[0], r[2], address.at("q").at(s, r[0]))));
            }
            // Four comparisons at seed 17; |z| > 4.9 has probability 1e-6 each.
            assertThat(Math.abs(Estimate.of(complex).z(RandomSubspace.meanSquaredCommutator(r[0], r[1], r[2]))))
                    .isLessThan(4.9);
            assertThat(Math.abs(Estimate.of(real).z(RandomSubspace.meanSquaredRealCommutator(r[0], r[1], r[2]))))
                    .isLessThan(4.9);
        }
    }

    private static double squared(ComplexMatrix p, ComplexMatrix q) {
        assertThat(p.times(p).minus(p).maxAbs()).isLessThan(1e-13);
        double norm = Operators.commutator(p, q).frobeniusNorm();
        return norm * norm;
    }
}
