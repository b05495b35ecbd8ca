package org.ketwork.wavefunction.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;

/** Ordered states: hidden angles of tens and hundreds, and amplitudes far outside the range of double. */
class SaturatedUnitsTest {
    private static final int SITES = 40;

    /** Weights of one sign, as in a ferromagnet: angles up to 40, 300, and so large that odds would overflow. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 7.5, 20})
    void ratiosStayRightWhileAllSpinsTurnOver(double weight) {
        for (Ansatz ansatz :
                new Ansatz[] {new Rbm(Spins.free(SITES), 30, false), new RbmComplex(Spins.free(SITES), 30, false)}) {
            double[] theta = ansatz.initialise(RandomAddress.root(4));
            int half = ansatz.codomain() == Codomain.REAL ? theta.length : theta.length / 2;
            for (int k = 30; k < half; k++) {
                theta[k] += weight;
            }
            Wavefunction psi = ansatz.at(theta);
            Walkers walkers = psi.walkers(Configurations.room(psi.space(), 8));
            assertThat(walkers instanceof WholeWalkers).isEqualTo(weight > 8.5);
            turnOver(psi, walkers);
        }
    }

    private static void turnOver(Wavefunction psi, Walkers walkers) {
        RandomStream random = RandomAddress.root(9).at("order").stream();
        boolean[] all = new boolean[8];
        Arrays.fill(all, true);
        double[] re = new double[8];
        double[] im = new double[8];
        double[] modulus = new double[8];
        double[] phase = new double[8];
        double[] nextModulus = new double[8];
        double[] nextPhase = new double[8];
        double largest = 0;
        // Twice over and back, without a refresh.
        for (int round = 0; round < 4; round++) {
            for (int site : random.permutation(SITES)) {
                Move move = Move.flip(site);
                psi.logAmplitudes(walkers.configurations(), modulus, phase);
                walkers.ratios(move, all, re, im);
                walkers.apply(move, all);
                psi.logAmplitudes(walkers.configurations(), nextModulus, nextPhase);
                largest = Math.max(largest, nextModulus[0]);
                double log = nextModulus[0] - modulus[0];
                if (Math.abs(log) < 700) {
                    // The difference of two logarithms of thousands is known to 1e-11 or so.
                    assertThat(Math.log(Math.hypot(re[0], im[0]))).isCloseTo(log, within(1e-10));
                    assertThat(Math.cos(Math.atan2(im[0], re[0]) - nextPhase[0] + phase[0]))
                            .isCloseTo(1, within(1e-10));
                } else if (Math.abs(log) > 750) {
                    assertThat(Math.hypot(re[0], im[0])).isEqualTo(log < 0 ? 0 : Double.POSITIVE_INFINITY);
                }
            }
        }
        assertThat(largest).isGreaterThan(1000);
    }
}
