package org.ketwork.quantum.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.measure.SchmidtSpectrum;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.state.Ket;

class ExactStateTest {
    private static final Workers ONE = Workers.of(1);

    private static ExactState random(Spins space, boolean real, long seed) {
        double[] re = new double[(int) space.size()];
        double[] im = new double[real ? 0 : re.length];
        RandomAddress.root(seed).at("re").fillNormal(re);
        RandomAddress.root(seed).at("im").fillNormal(im);
        return ExactState.normalised(space, re, im);
    }

    private static ConfigurationOperator ising(int sites, double h) {
        return Hamiltonians.transverseFieldIsing(Lattice.periodic(LatticeKind.CHAIN, sites), Spins.free(sites), 1, h);
    }

    @Test
    void expectationsAreThoseOfTheMatrix() {
        PauliSum sum = PauliSum.parse("0.3 XYZI - 0.8 IYXZ + 0.5 ZZII + 1.1 IIXI");
        ConfigurationOperator operator = Hamiltonians.pauli(sum, Spins.free(4));
        for (boolean real : new boolean[] {true, false}) {
            ExactState state = random(Spins.free(4), real, 3);
            Ket ket = Ket.of(state.re(), real ? new double[16] : state.im());
            double mean = sum.expectation(ket).re();
            double square = sum.times(sum).expectation(ket).re();
            assertThat(state.expectation(operator, ONE)).isCloseTo(mean, within(1e-13));
            assertThat(state.variance(operator, ONE)).isCloseTo(square - mean * mean, within(1e-13));
        }
    }

    @Test
    void amplitudesStandInTheOrderOfTheSpace() {
        Spins space = Spins.withMagnetisation(6, 2);
        for (int row = 0; row < space.size(); row++) {
            ExactState state = ExactState.configuration(space, space.all().row(row));
            assertThat(state.re()[row]).isEqualTo(1);
        }
    }

    @Test
    void entanglementIsThatOfTheSchmidtDecomposition() {
        for (boolean real : new boolean[] {true, false}) {
            ExactState state = random(Spins.free(7), real, 4);
            SchmidtSpectrum cut = SchmidtSpectrum.ofQubits(Ket.of(state.re(), real ? new double[128] : state.im()), 3);
            for (int[] part : new int[][] {{0, 1, 2}, {3, 4, 5, 6}}) {
                assertThat(state.schmidt(part).entropy()).isCloseTo(cut.entropy(), within(1e-13));
                assertThat(state.schmidt(part).renyi2()).isCloseTo(cut.renyi2(), within(1e-13));
            }
        }
        assertThat(ExactState.uniform(Spins.free(5)).schmidt(1, 3).entropy()).isCloseTo(0, within(1e-13));
    }

    @Test
    void theCatOfTheIsingRingHoldsOneBit() {
        // A weak field makes the even ground state the superposition of all up and all down; the odd one has the same
        // energy to rounding.
        SymmetrySector even = new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.trivial(8)), 1);
        ExactState cat = Diagonalisation.of(ising(8, 1e-3)).in(even).solve(ONE).state(0);
        assertThat(cat.schmidt(0, 2, 5).entropy()).isCloseTo(Math.log(2), within(1e-4));
        // The singlet of two spins.
        ConfigurationOperator pair =
                Hamiltonians.heisenberg(Lattice.open(LatticeKind.CHAIN, 2), Spins.withMagnetisation(2, 0));
        assertThat(Diagonalisation.of(pair).solve(ONE).state(0).schmidt(0).renyi2())
                .isCloseTo(Math.log(2), within(1e-14));
    }

    @Test
    void evolutionAgreesWithTheExponentialOfTheMatrix() {
        PauliSum sum = PauliSum.parse("1.3 XYZII - 0.8 IYXZI + 0.5 ZZIIX + 1.1 IIXIY + 0.9 XIIIX");
        ConfigurationOperator operator = Hamiltonians.pauli(sum, Spins.free(5));
        HermitianEigen eigen = HermitianEigen.of(sum.matrix());
        ExactState before = random(Spins.free(5), false, 5);
        for (double time : new double[] {0, 1e-3, 0.7, -2.5, 40}) {
            ExactState after = ExactEvolution.of(operator).evolve(before, time, ONE);
            double worst = 0;
            double[] re = new double[32];
            double[] im = new double[32];
            for (int q = 0; q < 32; q++) {
                double overlapRe = 0;
                double overlapIm = 0;
                for (int i = 0; i < 32; i++) {
                    double vRe = eigen.vectors().re().get(i, q);
                    double vIm = eigen.vectors().im().get(i, q);
                    overlapRe += vRe * before.re()[i] + vIm * before.im()[i];
                    overlapIm += vRe * before.im()[i] - vIm * before.re()[i];
                }
                double cos = Math.cos(eigen.values()[q] * time);
                double sin = -Math.sin(eigen.values()[q] * time);
                for (int i = 0; i < 32; i++) {
                    double vRe = eigen.vectors().re().get(i, q);
                    double vIm = eigen.vectors().im().get(i, q);
                    double wRe = overlapRe * cos - overlapIm * sin;
                    double wIm = overlapRe * sin + overlapIm * cos;
                    re[i] += vRe * wRe - vIm * wIm;
                    im[i] += vRe * wIm + vIm * wRe;
                }
            }
            for (int i = 0; i < 32; i++) {
                worst = Math.max(worst, Math.hypot(re[i] - after.re()[i], im[i] - after.im()[i]));
            }
            assertThat(worst).as("time %s", time).isLessThan(1e-12 + 1e-11 * Math.abs(time));
        }
    }

    @Test
    void quenchesOfTheIsingRingAgreeWithFreeFermions() {
        ConfigurationOperator magnetisation =
                Hamiltonians.transverseFieldIsing(Lattice.periodic(LatticeKind.CHAIN, 8), Spins.free(8), 0, -1.0 / 8);
        for (double before : new double[] {0.3, 2, Double.POSITIVE_INFINITY}) {
            ExactState state = Double.isInfinite(before)
                    ? ExactState.uniform(Spins.free(8))
                    : Diagonalisation.of(ising(8, before)).solve(ONE).state(0);
            for (double after : new double[] {0.5, 1, 1.5}) {
                IsingRing fermions = new IsingRing(8, 1, after);
                ExactState now = state;
                for (int step = 0; step <= 5; step++) {
                    assertThat(now.expectation(magnetisation, ONE))
                            .as("from %s to %s, time %s", before, after, 0.3 * step)
                            .isCloseTo(fermions.transverseMagnetisation(before, 0.3 * step), within(1e-10));
                    now = ExactEvolution.of(ising(8, after)).evolve(now, 0.3, ONE);
                }
            }
        }
    }

    @Test
    void evolutionBackwardsLeadsBack() {
        ExactState before = random(Spins.free(9), true, 6);
        ExactEvolution evolution = ExactEvolution.of(ising(9, 1.2));
        ExactState there = evolution.evolve(before, 3, ONE);
        assertThat(there.fidelity(before)).isLessThan(0.5);
        assertThat(evolution.evolve(there, -3, ONE).fidelity(before)).isCloseTo(1, within(1e-10));
        assertThat(there.expectation(ising(9, 1.2), ONE))
                .isCloseTo(before.expectation(ising(9, 1.2), ONE), within(1e-9));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new ExactState(Spins.free(3), new double[7], new double[0]))
                .hasMessageContaining("8 configurations needs as many amplitudes, got 7 and 0");
        assertThatThrownBy(() -> ExactState.normalised(Spins.free(1), new double[2], new double[0]))
                .hasMessageContaining("not all zero");
        ExactState state = ExactState.uniform(Spins.free(3));
        assertThatThrownBy(() -> state.schmidt(0, 3)).hasMessageContaining("got [0, 3]");
        assertThatThrownBy(() -> state.expectation(ising(4, 1), ONE)).hasMessageContaining("does not act on a state");
        assertThatThrownBy(() -> ExactEvolution.of(ising(3, 1)).evolve(state, Double.NaN, ONE))
                .hasMessageContaining("must be finite, got NaN");
    }
}
