package org.ketwork.bridge.decoherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class PhaseMixtureTest {
    @Test
    void thirdRootsOfUnityReachMinusOneHalf() {
        ComplexMatrix c = ComplexMatrix.real(MaskReachTest.equicorrelation(3, -0.5));
        PhaseMixture.Reached reached = (PhaseMixture.Reached) PhaseMixture.of(c);
        assertThat(reached.coherence().minus(c).maxAbs()).isLessThan(1e-12);
        assertThat(reached.masks().rows()).isEqualTo(2);
        // Each of the two masks is (1, w, w²) or its conjugate, up to a common phase: ratios with real part -1/2.
        for (int k = 0; k < 2; k++) {
            for (int i = 1; i < 3; i++) {
                double real = reached.masks().re().get(k, 0)
                                * reached.masks().re().get(k, i)
                        + reached.masks().im().get(k, 0) * reached.masks().im().get(k, i);
                assertThat(real).isEqualTo(-0.5, within(1e-12));
            }
        }
    }

    @Test
    void everyPositiveMatrixOfThreeUnitsIsAMixtureOfPhases() {
        RandomStream random = RandomAddress.root(3).at("phases").stream();
        for (int repeat = 0; repeat < 100; repeat++) {
            ComplexMatrix c = randomCorrelation(random, 3, 1 + repeat % 3);
            PhaseMixture.Reached reached = (PhaseMixture.Reached) PhaseMixture.of(c);
            assertThat(reached.coherence().minus(c).maxAbs()).isLessThan(1e-9);
            assertThat(reached.probabilities().stream().mapToDouble(q -> q).sum())
                    .isEqualTo(1, within(1e-12));
        }
    }

    @Test
    void theTetrahedronMatrixOfFourUnitsIsExtremeAndReachedByNoPhases() {
        // Overlaps of four states at the corners of a tetrahedron on the Bloch sphere: rank 2, and the projectors span
        // 2x2.
        double[][] theta = {
            {0, 0},
            {Math.acos(-1.0 / 3), 0},
            {Math.acos(-1.0 / 3), 2 * Math.PI / 3},
            {Math.acos(-1.0 / 3), 4 * Math.PI / 3}
        };
        ComplexMatrix x = ComplexMatrix.zeros(2, 4);
        for (int i = 0; i < 4; i++) {
            x.set(0, i, Math.cos(theta[i][0] / 2), 0);
            x.set(
                    1,
                    i,
                    Math.sin(theta[i][0] / 2) * Math.cos(theta[i][1]),
                    Math.sin(theta[i][0] / 2) * Math.sin(theta[i][1]));
        }
        assertThat(PhaseMixture.of(x.adjoint().times(x))).isEqualTo(new PhaseMixture.Extreme(2));
    }

    @Test
    void aMatrixThatIsNotPositiveIsReachedByNothing() {
        assertThat(PhaseMixture.of(ComplexMatrix.real(MaskReachTest.equicorrelation(3, -0.6))))
                .isInstanceOfSatisfying(
                        PhaseMixture.NotPositive.class,
                        answer -> assertThat(answer.smallestEigenvalue()).isEqualTo(-0.2, within(1e-12)));
    }

    static ComplexMatrix randomCorrelation(RandomStream random, int d, int rank) {
        ComplexMatrix x = ComplexMatrix.zeros(rank, d);
        for (int i = 0; i < d; i++) {
            double square = 0;
            for (int k = 0; k < rank; k++) {
                x.set(k, i, random.nextNormal(), random.nextNormal());
                square += x.re().get(k, i) * x.re().get(k, i) + x.im().get(k, i) * x.im().get(k, i);
            }
            for (int k = 0; k < rank; k++) {
                double root = Math.sqrt(square);
                x.set(k, i, x.re().get(k, i) / root, x.im().get(k, i) / root);
            }
        }
        return x.adjoint().times(x);
    }
}
