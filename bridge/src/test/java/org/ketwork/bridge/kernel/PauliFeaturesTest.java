package org.ketwork.bridge.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

class PauliFeaturesTest {
    private static final RandomAddress RANDOM = RandomAddress.root(2).at("pauli features");

    private static Matrix points(int count, int qubits) {
        Matrix points = Matrix.zeros(count, qubits);
        for (int i = 0; i < points.data().length; i++) {
            points.data()[i] = 3 * RANDOM.normal(i);
        }
        return points;
    }

    @Test
    void scalarProductOfFeaturesIsTheFidelity() {
        for (int qubits = 1; qubits <= 4; qubits++) {
            ComplexMatrix states = new DataEncoding(qubits).states(points(6, qubits));
            Matrix fidelity = FidelityKernel.of(states, states);
            Matrix product = PauliFeatures.of(states).kernel(PauliFeatures.of(states));
            assertThat(product.minus(fidelity).maxAbs()).isLessThan(1e-13);
            for (int i = 0; i < 6; i++) {
                assertThat(fidelity.get(i, i)).isCloseTo(1, within(1e-13));
            }
        }
    }

    @Test
    void paulisOfKnownStates() {
        double h = Math.sqrt(0.5);
        // |+> , |+i>, |1>: one of X, Y, Z is +1, +1, -1.
        ComplexMatrix single = ComplexMatrix.of(
                Matrix.of(new double[] {h, h}, new double[] {h, 0}, new double[] {0, 1}),
                Matrix.of(new double[] {0, 0}, new double[] {0, h}, new double[] {0, 0}));
        Matrix expected = Matrix.of(new double[] {1, 1, 0, 0}, new double[] {1, 0, 1, 0}, new double[] {1, 0, 0, -1});
        assertThat(PauliFeatures.of(single)
                        .values()
                        .scale(Math.sqrt(2))
                        .minus(expected)
                        .maxAbs())
                .isLessThan(1e-15);
        // (|00> + |11>)/sqrt(2): XX = 1, YY = -1, ZZ = 1, all else 0.
        ComplexMatrix bell = ComplexMatrix.real(Matrix.of(new double[] {h, 0, 0, h}));
        double[] values = PauliFeatures.of(bell).values().scale(2).row(0);
        for (int string = 0; string < 16; string++) {
            double value = string == 0 || string == 5 || string == 15 ? 1 : string == 10 ? -1 : 0;
            assertThat(values[string]).isCloseTo(value, within(1e-15));
        }
        // |01>: qubit 0 is the first factor, so ZI = +1 and IZ = -1.
        double[] basis = PauliFeatures.of(ComplexMatrix.real(Matrix.of(new double[] {0, 1, 0, 0})))
                .values()
                .scale(2)
                .row(0);
        assertThat(basis[12]).isCloseTo(1, within(1e-15));
        assertThat(basis[3]).isCloseTo(-1, within(1e-15));
    }

    @Test
    void depolarisedFeaturesGiveTheDepolarisedKernel() {
        ComplexMatrix states = new DataEncoding(3).states(points(5, 3));
        PauliFeatures noisy = PauliFeatures.of(states).depolarised(0.3);
        Matrix expected = FidelityKernel.depolarised(FidelityKernel.of(states, states), 0.3, 8);
        assertThat(noisy.kernel(noisy).minus(expected).maxAbs()).isLessThan(1e-13);
    }

    /** Independent route: Kraus operators diag(1, sqrt(1-g)) and sqrt(g)|0><1| on the density matrix of each qubit. */
    @Test
    void amplitudeDampingAgreesWithKrausOperators() {
        double gamma = 0.35;
        ComplexMatrix state = new DataEncoding(2).states(points(1, 2));
        double[][][] rho = new double[2][4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                double re = state.re().get(0, a) * state.re().get(0, b)
                        + state.im().get(0, a) * state.im().get(0, b);
                double im = state.im().get(0, a) * state.re().get(0, b)
                        - state.re().get(0, a) * state.im().get(0, b);
                rho[0][a][b] = re;
                rho[1][a][b] = im;
            }
        }
        for (int bit : new int[] {2, 1}) {
            for (double[][] part : rho) {
                double[][] old = {part[0].clone(), part[1].clone(), part[2].clone(), part[3].clone()};
                for (int a = 0; a < 4; a++) {
                    for (int b = 0; b < 4; b++) {
                        boolean upA = (a & bit) != 0;
                        boolean upB = (b & bit) != 0;
                        double kept = Math.sqrt(upA ? 1 - gamma : 1) * Math.sqrt(upB ? 1 - gamma : 1) * old[a][b];
                        part[a][b] = kept + (!upA && !upB ? gamma * old[a | bit][b | bit] : 0);
                    }
                }
            }
        }
        PauliFeatures damped = PauliFeatures.of(state).amplitudeDamped(gamma);
        double purity = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                purity += rho[0][a][b] * rho[0][a][b] + rho[1][a][b] * rho[1][a][b];
            }
        }
        assertThat(damped.kernel(damped).get(0, 0)).isCloseTo(purity, within(1e-14));
        double[] values = damped.values().scale(2).row(0);
        double zi = rho[0][0][0] + rho[0][1][1] - rho[0][2][2] - rho[0][3][3];
        double xx = 2 * (rho[0][0][3] + rho[0][1][2]);
        double yz = 2 * (-rho[1][0][2] + rho[1][1][3]);
        assertThat(values[12]).isCloseTo(zi, within(1e-14));
        assertThat(values[5]).isCloseTo(xx, within(1e-14));
        assertThat(values[11]).isCloseTo(yz, within(1e-14));
    }

    /** The fractions are means of Bernoulli draws; 5.2 standard errors on 10 entries: false alarm 2e-6. */
    @Test
    void sampledKernelScattersAboutTheExactOne() {
        ComplexMatrix states = new DataEncoding(2).states(points(5, 2));
        Matrix exact = FidelityKernel.of(states, states);
        int shots = 4000;
        Matrix sampled = FidelityKernel.sampled(exact, shots, RANDOM.at("shots"));
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double deviation = Math.sqrt(Math.max(0, exact.get(i, j) * (1 - exact.get(i, j))) / shots);
                assertThat(sampled.get(i, j)).isCloseTo(exact.get(i, j), within(5.2 * deviation + 1e-12));
                assertThat(sampled.get(j, i)).isEqualTo(sampled.get(i, j));
            }
        }
    }
}
