package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.noise.PauliNoise;
import org.ketwork.quantum.noise.PhaseFlip;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.StateEnsemble;
import org.ketwork.quantum.state.States;

/** What can be learnt about which state was sent, at reference values; and distances of states and channels. */
class DiscriminationTest {
    private static final double LN2 = Math.log(2);
    private static final Offset<Double> EXACT = within(1e-12);

    /** Binary entropy in bits, written out. */
    private static double h(double x) {
        return -(x * Math.log(x) + (1 - x) * Math.log(1 - x)) / LN2;
    }

    /** Qubit states at equal angles on the real great circle, or turned by half a turn. */
    private static List<Ket> trine(double turn) {
        List<Ket> kets = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            kets.add(States.qubit(2 * Math.PI * k / 3 + turn, 0));
        }
        return kets;
    }

    private static List<Ket> tetrahedron(double sign) {
        List<Ket> kets = new ArrayList<>();
        kets.add(sign > 0 ? Ket.basis(2, 0) : Ket.basis(2, 1));
        for (int k = 0; k < 3; k++) {
            double theta = Math.acos(-1.0 / 3);
            kets.add(
                    sign > 0
                            ? States.qubit(theta, 2 * Math.PI * k / 3)
                            : States.qubit(Math.PI - theta, 2 * Math.PI * k / 3 + Math.PI));
        }
        return kets;
    }

    @Test
    void informationInTheTrine() {
        StateEnsemble ensemble = StateEnsemble.uniform(trine(0));

        assertThat(Information.holevo(ensemble)).isCloseTo(LN2, EXACT);
        assertThat(Information.accessible(ensemble, Povm.symmetric(trine(Math.PI))) / LN2)
                .isCloseTo(0.584962500721, EXACT);
        assertThat(Information.accessible(ensemble, Povm.symmetric(trine(0))) / LN2)
                .isCloseTo(1.0 / 3, EXACT);
        double best = Information.bestProjective(ensemble).information() / LN2;
        assertThat(best).isCloseTo(0.459147917, within(1e-9));
        assertThat(best).isCloseTo(1 - 2.0 / 3 * h(0.25), EXACT);
    }

    @Test
    void informationInTheTetrahedronAndInTheFourStatesOfBennettAndBrassard() {
        StateEnsemble sic = StateEnsemble.uniform(tetrahedron(1));
        StateEnsemble bb84 =
                StateEnsemble.uniform(List.of(Ket.basis(2, 0), Ket.basis(2, 1), States.plus(), States.minus()));

        assertThat(Information.accessible(sic, Povm.symmetric(tetrahedron(-1)))).isCloseTo(Math.log(4.0 / 3), EXACT);
        assertThat(Information.holevo(bb84)).isCloseTo(LN2, EXACT);
        assertThat(Information.bestProjective(bb84).information() / LN2).isCloseTo(0.5, EXACT);
    }

    @Test
    void twoPureStatesAtFortyFiveDegrees() {
        Ket a = Ket.basis(2, 0);
        Ket b = Ket.of(Math.cos(Math.PI / 4), Math.sin(Math.PI / 4));
        StateEnsemble ensemble = StateEnsemble.uniform(List.of(a, b));
        double c = Math.cos(Math.PI / 4);

        assertThat(Information.holevo(ensemble) / LN2).isCloseTo(0.600876036693, EXACT);
        assertThat(Information.bestProjective(ensemble).information() / LN2).isCloseTo(0.399123963307, EXACT);
        assertThat(Information.bestProjective(ensemble).information() / LN2)
                .isCloseTo(1 - h((1 + Math.sqrt(1 - c * c)) / 2), EXACT);
        assertThat(Distinguishability.helstromError(0.5, a.density(), b.density()))
                .isCloseTo(0.146446609407, EXACT);
        assertThat(Distinguishability.unambiguousSuccess(a, b)).isCloseTo(0.292893218813, EXACT);
        assertThat(Distinguishability.fidelity(a.density(), b.density())).isCloseTo(0.5, EXACT);
        assertThat(Distinguishability.traceDistance(a.density(), b.density())).isCloseTo(Math.sqrt(0.5), EXACT);
    }

    /** ⟨ψ|σ|ψ⟩ for a pure state, which needs no root of a matrix. */
    @Test
    void theFidelityWithAPureStateIsAnExpectationToRounding() {
        RandomStates random = new RandomStates(6);
        for (int d : new int[] {2, 5, 8, 16}) {
            DensityMatrix pure = random.ket(d).density();
            for (DensityMatrix other :
                    List.of(random.density(d), random.density(d, 2), DensityMatrix.maximallyMixed(d))) {
                double expected = other.expectation(pure.matrix());
                assertThat(Distinguishability.fidelity(pure, other)).isCloseTo(expected, within(1e-14));
                assertThat(Distinguishability.fidelity(other, pure)).isCloseTo(expected, within(1e-14));
            }
            assertThat(Distinguishability.fidelity(pure, pure))
                    .isCloseTo(1, within(1e-14))
                    .isLessThanOrEqualTo(1);
            assertThat(Distinguishability.helstromError(1, pure, pure)).isNotNegative();
        }
    }

    /** The largest phases ±a of a turned diagonal alone decide: 2 sin a, whatever lies between and however often. */
    @Test
    void theDiamondDistanceOfUnitariesIsThatOfTheirExtremePhases() {
        ComplexMatrix turn =
                HermitianEigen.of(new RandomStates(16).hermitian(4)).vectors();
        for (double[] phases : new double[][] {{0.9, -0.9, 0.2, 0.2}, {0.4, -0.4, -0.4, 0.4}, {1.2, -1.2, 0.3, -0.7}}) {
            ComplexMatrix diagonal = ComplexMatrix.zeros(4, 4);
            for (int k = 0; k < 4; k++) {
                diagonal.set(k, k, Math.cos(phases[k]), Math.sin(phases[k]));
            }
            ComplexMatrix unitary = turn.times(diagonal).times(turn.adjoint());
            assertThat(ChannelDistance.diamond(ComplexMatrix.identity(4), unitary))
                    .isCloseTo(2 * Math.sin(phases[0]), EXACT);
            assertThat(ChannelDistance.diamond(turn, turn.times(diagonal))).isCloseTo(2 * Math.sin(phases[0]), EXACT);
        }
    }

    @Test
    void distancesOfChannels() {
        assertThat(ChannelDistance.diamond(PauliNoise.qubit(0.3, 0.2, 0.3), PauliNoise.qubit(0.4, 0.05, 0.05)))
                .isCloseTo(0.8, EXACT);
        assertThat(ChannelDistance.diamond(PauliNoise.qubit(0, 0, 0.15), PauliNoise.qubit(0, 0, 0)))
                .isCloseTo(0.3, EXACT);
        ComplexMatrix rotation = ComplexMatrix.identity(2);
        rotation.set(1, 1, Math.cos(1.2), Math.sin(1.2));
        // Two eigenvalues 1 and e^{iφ}: the chord between them is nearest to 0 at its middle, cos(φ/2).
        assertThat(ChannelDistance.diamond(ComplexMatrix.identity(2), rotation))
                .isCloseTo(2 * Math.sqrt(1 - Math.pow(Math.cos(0.6), 2)), EXACT);
        assertThat(ChannelDistance.diamond(Pauli.X.matrix(), Pauli.Z.matrix())).isCloseTo(2, EXACT);
        assertThat(ChannelDistance.diamond(Operators.fourier(5), Operators.fourier(5)))
                .isCloseTo(0, EXACT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelDistance.diamond(ComplexMatrix.identity(2), rotation.scale(0.5)))
                .withMessageContaining("unitary");
        Kraus flip = Kraus.of(new PhaseFlip(0.2));
        assertThat(ChannelDistance.entanglementFidelity(flip)).isCloseTo(0.8, EXACT);
        // |⟨ψ|Z|ψ⟩|² averages to 1/3 over the sphere.
        assertThat(ChannelDistance.averageFidelity(flip)).isCloseTo(0.8 + 0.2 / 3, EXACT);
    }
}
