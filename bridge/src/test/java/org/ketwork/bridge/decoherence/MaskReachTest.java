package org.ketwork.bridge.decoherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class MaskReachTest {
    static Matrix equicorrelation(int d, double c) {
        Matrix matrix = Matrix.constant(d, d, c);
        for (int i = 0; i < d; i++) {
            matrix.set(i, i, 1);
        }
        return matrix;
    }

    @Test
    void signsReachEquicorrelationOfThreeUnitsDownToMinusOneThird() {
        MaskReach quantum = MaskReach.bySigns(equicorrelation(3, -0.5));
        assertThat(quantum.reachable()).isFalse();
        assertThat(-0.5 * quantum.visibility()).isEqualTo(-1.0 / 3, within(1e-12));
        assertThat(MaskReach.bySigns(equicorrelation(3, -1.0 / 3)).reachable()).isTrue();
        assertThat(MaskReach.bySigns(equicorrelation(3, -1.0 / 3 - 1e-6)).reachable())
                .isFalse();
        assertThat(SymmetricEigen.values(equicorrelation(3, -0.5))[0]).isEqualTo(0, within(1e-15));
    }

    @Test
    void leastSignEquicorrelationFollowsTheSplitIntoHalves() {
        // Signs sum to 0 or ±1 at best, so d + d(d-1)c >= 0 for even and >= 1 for odd d.
        for (int d = 2; d <= 10; d++) {
            double least = d % 2 == 0 ? -1.0 / (d - 1) : -1.0 / d;
            double visibility = MaskReach.bySigns(equicorrelation(d, -1)).visibility();
            assertThat(-visibility).as("d = " + d).isEqualTo(least, within(1e-10));
        }
    }

    @Test
    void zeroOneMasksAtOneHalfNeedCoherenceOneThird() {
        MaskReach reach = MaskReach.byZeroOne(equicorrelation(3, 0), 0.5);
        assertThat(0.5 - 0.5 * reach.visibility()).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(CoherenceBudget.leastEqualCoherence(3, 0.5)).isEqualTo(1.0 / 3, within(1e-15));
    }

    @Test
    void linearProgramAndBudgetAgreeOnTheLeastCoherence() {
        for (int d = 2; d <= 6; d++) {
            for (double p : new double[] {0.15, 1.0 / 3, 0.5, 0.8}) {
                double visibility =
                        MaskReach.byZeroOne(equicorrelation(d, -1), p).visibility();
                assertThat(p - visibility * (1 + p))
                        .as("d = " + d + ", p = " + p)
                        .isEqualTo(CoherenceBudget.leastEqualCoherence(d, p), within(1e-10));
            }
        }
    }

    @Test
    void theLawHandedBackHasTheCoherenceAskedFor() {
        Matrix wanted = MaskTable.kOfD(4, 2).moments().coherence();
        MaskReach reach = MaskReach.byZeroOne(wanted, 0.5);
        assertThat(reach.reachable()).isTrue();
        assertThat(reach.law().moments().coherence().minus(wanted).maxAbs()).isLessThan(1e-10);
        Matrix signs = equicorrelation(5, -0.2);
        assertThat(MaskReach.bySigns(signs)
                        .law()
                        .moments()
                        .coherence()
                        .minus(signs)
                        .maxAbs())
                .isLessThan(1e-10);
    }

    @Test
    void randomMixturesOfSignsAreAlwaysFoundReachable() {
        RandomStream random = RandomAddress.root(7).at("signs").stream();
        for (int repeat = 0; repeat < 40; repeat++) {
            Matrix c = Matrix.zeros(5, 5);
            for (int k = 0; k < 4; k++) {
                double[] s = random.doubles(5).map(u -> u < 0.5 ? -1 : 1).toArray();
                c = c.plus(Matrix.columnVector(s)
                        .timesTranspose(Matrix.columnVector(s))
                        .scale(0.25));
            }
            assertThat(MaskReach.bySigns(c).reachable()).isTrue();
        }
    }
}
