package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.channel.Channel;
import org.ketwork.quantum.channel.Channels;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.measurement.MutuallyUnbiasedBases;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.noise.AmplitudeDamping;
import org.ketwork.quantum.noise.PauliNoise;
import org.ketwork.quantum.noise.PhaseFlip;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.StateEnsemble;
import org.ketwork.quantum.state.States;
import org.ketwork.quantum.state.Subsystems;

/** Reference values. The literature gives them in bits; the library works in nats. */
class ExactValuesTest {
    private static final double LN2 = Math.log(2);
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Subsystems TWO_QUBITS = Subsystems.qubits(2);

    /** Binary entropy in bits, written out. */
    private static double h(double x) {
        return -(x * Math.log(x) + (1 - x) * Math.log(1 - x)) / LN2;
    }

    @Test
    void entropiesOfThreeQuartersAndAQuarter() {
        DensityMatrix state = DensityMatrix.diagonal(0.75, 0.25);

        assertThat(Entropy.vonNeumann(state) / LN2).isCloseTo(0.811278124459, EXACT);
        assertThat(Entropy.renyi(state, 0.5) / LN2).isCloseTo(0.899968626953, EXACT);
        assertThat(Entropy.renyi(state, 2) / LN2).isCloseTo(0.678071905113, EXACT);
        assertThat(Entropy.min(state) / LN2).isCloseTo(0.415037499279, EXACT);
        assertThat(Entropy.renyi(state, 0)).isCloseTo(LN2, EXACT);
        assertThat(Entropy.renyi(state, 1)).isEqualTo(Entropy.vonNeumann(state));
        assertThat(Entropy.renyi(state, 1 + 1e-7)).isCloseTo(Entropy.vonNeumann(state), within(1e-7));
        assertThat(Entropy.renyi(state, 1e5)).isCloseTo(Entropy.min(state), within(1e-5));
        assertThat(state.purity()).isCloseTo(5.0 / 8, EXACT);
    }

    @Test
    void entropyAndPurityOfAQubitDependOnTheLengthOfItsBlochVectorOnly() {
        DensityMatrix state = DensityMatrix.bloch(0.3, -0.4, 0.5);
        double r = Math.sqrt(0.5);

        assertThat(state.purity()).isCloseTo((1 + r * r) / 2, EXACT);
        assertThat(Entropy.vonNeumann(state)).isCloseTo(LN2 * h((1 + r) / 2), EXACT);
        assertThat(DensityMatrix.of(state.matrix()).eigenvalues()).containsExactly(state.eigenvalues(), EXACT);
    }

    @Test
    void relativeEntropyIsInfiniteOutsideTheSupport() {
        DensityMatrix mixed = DensityMatrix.diagonal(0.75, 0.25);
        DensityMatrix zero = Ket.basis(2, 0).density();

        assertThat(Entropy.relative(mixed, zero)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Entropy.relative(zero, mixed)).isCloseTo(-Math.log(0.75), EXACT);
        assertThat(Entropy.relative(mixed, mixed)).isCloseTo(0, EXACT);
        assertThat(Entropy.relative(mixed, DensityMatrix.maximallyMixed(2)))
                .isCloseTo(LN2 - Entropy.vonNeumann(mixed), EXACT);
        assertThat(Entropy.relative(new double[] {0.5, 0.5}, new double[] {1, 0}))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void coherenceOfKnownStates() {
        DensityMatrix tilted =
                Ket.of(Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)).density();
        DensityMatrix noisy = DensityMatrix.bloch(0.6, 0, 0);

        assertThat(Coherence.relativeEntropy(tilted) / LN2).isCloseTo(0.811278124459, EXACT);
        assertThat(Coherence.l1(tilted)).isCloseTo(0.866025403784, EXACT);
        assertThat(Coherence.relativeEntropy(noisy) / LN2).isCloseTo(0.278071905113, EXACT);
        assertThat(Coherence.l1(noisy)).isCloseTo(0.6, EXACT);
        assertThat(Coherence.relativeEntropy(States.uniform(5).density())).isCloseTo(Math.log(5), EXACT);
        assertThat(Coherence.l1(States.uniform(3).density())).isCloseTo(2, EXACT);
    }

    @Test
    void entanglementOfMaximallyEntangledAndWernerStates() {
        for (int d = 2; d <= 4; d++) {
            DensityMatrix state = States.maximallyEntangled(d).density();
            Subsystems pair = Subsystems.of(d, d);
            assertThat(Entanglement.negativity(state, pair, 0)).isCloseTo((d - 1) / 2.0, EXACT);
            assertThat(Entanglement.logNegativity(state, pair, 1)).isCloseTo(Math.log(d), EXACT);
            assertThat(Entanglement.entropy(States.maximallyEntangled(d), pair, 0))
                    .isCloseTo(Math.log(d), EXACT);
        }
        for (double p : new double[] {-0.2, 0, 0.3, 1.0 / 3, 0.34, 0.5, 0.8, 1}) {
            DensityMatrix werner = States.werner(p);
            assertThat(Entanglement.negativity(werner, TWO_QUBITS, 0)).isCloseTo(Math.max(0, (3 * p - 1) / 4), EXACT);
            assertThat(Entanglement.concurrence(werner)).isCloseTo(Math.max(0, (3 * p - 1) / 2), EXACT);
        }
        assertThat(Entanglement.logNegativity(States.werner(0.8), TWO_QUBITS, 1) / LN2)
                .isCloseTo(0.765534746363, EXACT);
        assertThat(Entanglement.ofFormation(States.werner(0.8)))
                .isCloseTo(LN2 * h((1 + Math.sqrt(1 - 0.49)) / 2), EXACT);
    }

    @Test
    void concurrenceOfPureStatesIsTheSameByBothFormulas() {
        RandomStates random = new RandomStates(5);
        for (int trial = 0; trial < 50; trial++) {
            Ket ket = random.ket(4);
            double c = Entanglement.concurrence(ket);
            assertThat(Entanglement.concurrence(ket.density())).isCloseTo(c, within(1e-11));
            assertThat(Entanglement.negativity(ket.density(), TWO_QUBITS, 0)).isCloseTo(c / 2, within(1e-11));
            assertThat(Entanglement.ofFormation(ket.density()))
                    .isCloseTo(Entanglement.entropy(ket, TWO_QUBITS, 1), within(1e-10));
        }
    }

    @Test
    void entanglementDiesSuddenlyUnderAmplitudeDamping() {
        double a = Math.sqrt(1.0 / 3);
        double b = Math.sqrt(2.0 / 3);
        DensityMatrix start = Ket.of(a, 0, 0, b).density();
        for (double gamma : new double[] {0, 0.3, 0.6, 0.7, 0.72, 1}) {
            Channel damping = Kraus.of(new AmplitudeDamping(gamma));
            DensityMatrix once = Channels.applyToPart(damping, start, TWO_QUBITS, 0);
            DensityMatrix twice = Channels.applyToPart(damping, once, TWO_QUBITS, 1);
            assertThat(twice.matrix()
                            .minus(Channels.tensor(damping, damping).map(start.matrix()))
                            .maxAbs())
                    .isLessThan(1e-15);
            assertThat(Entanglement.concurrence(twice))
                    .isCloseTo(2 * (1 - gamma) * b * Math.max(0, a - gamma * b), EXACT);
            if (gamma == 0.3) {
                assertThat(Entanglement.concurrence(twice)).isCloseTo(0.379966329107, EXACT);
            }
        }
        assertThat(a / b).isCloseTo(1 / Math.sqrt(2), EXACT);
    }

    @Test
    void mutualInformationOfKnownStates() {
        DensityMatrix classical = DensityMatrix.diagonal(0.5, 0, 0, 0.5);

        assertThat(Information.mutual(States.Bell.PHI_PLUS.ket().density(), TWO_QUBITS, 0))
                .isCloseTo(2 * LN2, EXACT);
        assertThat(Information.mutual(classical, TWO_QUBITS, 0)).isCloseTo(LN2, EXACT);
        assertThat(Information.mutual(States.werner(0.5), TWO_QUBITS, 0) / LN2).isCloseTo(0.451205059305, EXACT);
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

    @Test
    void chshOfWernerStatesCrossesTwoAtOneOverRootTwo() {
        for (double p : new double[] {0.2, 0.5, 0.7, 0.71, 1}) {
            assertThat(Chsh.maximum(States.werner(p))).isCloseTo(2 * Math.sqrt(2) * p, EXACT);
        }
        assertThat(Chsh.maximum(States.werner(0.707))).isLessThan(Chsh.CLASSICAL_BOUND);
        assertThat(Chsh.maximum(States.werner(0.7072))).isGreaterThan(Chsh.CLASSICAL_BOUND);
        assertThat(0.5 + Chsh.QUANTUM_BOUND / 8).isCloseTo(0.853553390593, EXACT);
        assertThat(0.5 + Chsh.CLASSICAL_BOUND / 8).isEqualTo(0.75);
    }

    @Test
    void settingsThatReachTsirelsonsBound() {
        double s = Math.sqrt(0.5);
        DensityMatrix bell = States.Bell.PHI_PLUS.ket().density();

        assertThat(Chsh.value(
                        bell, new double[] {0, 0, 1}, new double[] {1, 0, 0}, new double[] {s, 0, s}, new double[] {
                            -s, 0, s
                        }))
                .isCloseTo(2.828427124746190, EXACT);
    }

    @Test
    void aDephasedBellPairReachesTwiceTheRootOfOnePlusCoherenceSquared() {
        DensityMatrix bell = States.Bell.PHI_PLUS.ket().density();
        for (double coherence : new double[] {0, 0.3, 0.8, 1}) {
            DensityMatrix dephased =
                    Channels.applyToPart(Kraus.of(new PhaseFlip((1 - coherence) / 2)), bell, TWO_QUBITS, 1);
            assertThat(Chsh.maximum(dephased)).isCloseTo(2 * Math.sqrt(1 + coherence * coherence), EXACT);
        }
    }

    @Test
    void thePentagonReachesRootFive() {
        assertThat(Kcbs.value(Ket.basis(3, 0).density(), Kcbs.questions())).isCloseTo(2.236067977499790, EXACT);
        assertThat(Kcbs.neighbourCommutator(Kcbs.questions())).isLessThan(1e-15);
    }

    @Test
    void leggettGargOfAQubit() {
        assertThat(LeggettGarg.precession(Math.PI / 3, 1)).isCloseTo(1.5, EXACT);
        assertThat(LeggettGarg.maximum(0.9)).isCloseTo(1.31, EXACT);
        assertThat(LeggettGarg.maximum(1 / Math.sqrt(2))).isCloseTo(1, EXACT);
        assertThat(LeggettGarg.maximumOfChain(3)).isCloseTo(1.5, EXACT);
        assertThat(LeggettGarg.maximumOfChain(4)).isCloseTo(2.828427124746, EXACT);
        assertThat(LeggettGarg.maximumOfChain(5)).isCloseTo(4.045084971875, EXACT);
        for (double v : new double[] {0, 0.3, 0.5, 0.8, 1}) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= 20000; i++) {
                best = Math.max(best, LeggettGarg.precession(Math.PI * i / 20000, v));
            }
            assertThat(LeggettGarg.maximum(v)).isCloseTo(best, within(1e-7)).isGreaterThanOrEqualTo(best - 1e-15);
        }
    }

    @Test
    void uncertaintyBoundsAreReachedByTheStateZero() {
        DensityMatrix zero = Ket.basis(2, 0).density();
        ComplexMatrix x = Pauli.X.matrix();
        ComplexMatrix y = Pauli.Y.matrix();
        List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(2);

        assertThat(Uncertainty.deviation(x, zero) * Uncertainty.deviation(y, zero))
                .isCloseTo(1, EXACT);
        assertThat(Uncertainty.robertsonBound(x, y, zero)).isCloseTo(1, EXACT);
        assertThat(Uncertainty.maassenUffinkBound(bases.get(0), bases.get(1))).isCloseTo(LN2, EXACT);
        assertThat(Uncertainty.entropy(bases.get(0), zero) + Uncertainty.entropy(bases.get(1), zero))
                .isCloseTo(LN2, EXACT);
        double threePaulis = 0;
        for (ComplexMatrix basis : bases) {
            threePaulis += Uncertainty.entropy(basis, zero);
        }
        assertThat(threePaulis).isCloseTo(2 * LN2, EXACT);
        for (int d : new int[] {2, 3, 5, 8}) {
            assertThat(Uncertainty.maassenUffinkBound(ComplexMatrix.identity(d), Operators.fourier(d)))
                    .isCloseTo(Math.log(d), EXACT);
        }
    }

    @Test
    void noStateViolatesRobertsonMaassenUffinkOrTheBoundOfThreePaulis() {
        RandomStates random = new RandomStates(8);
        List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(2);
        for (int trial = 0; trial < 300; trial++) {
            DensityMatrix qubit = random.density(2, 1 + trial % 2);
            double sum = 0;
            for (ComplexMatrix basis : bases) {
                sum += Uncertainty.entropy(basis, qubit);
            }
            assertThat(sum).isGreaterThanOrEqualTo(2 * LN2 - 1e-12);
            DensityMatrix state = random.density(4);
            ComplexMatrix a = random.hermitian(4);
            ComplexMatrix b = random.hermitian(4);
            assertThat(Uncertainty.deviation(a, state) * Uncertainty.deviation(b, state))
                    .isGreaterThanOrEqualTo(Uncertainty.robertsonBound(a, b, state) - 1e-12);
            assertThat(Uncertainty.entropy(ComplexMatrix.identity(4), state)
                            + Uncertainty.entropy(Operators.hadamard(2), state))
                    .isGreaterThanOrEqualTo(Math.log(4) - 1e-12);
        }
    }

    @Test
    void supportsInTwoFourierBasesObeyDonohoAndStark() {
        ComplexMatrix neuron = ComplexMatrix.identity(12);
        ComplexMatrix fourier = Operators.fourier(12);
        RandomStates random = new RandomStates(10);
        for (int period : new int[] {1, 2, 3, 4, 6, 12}) {
            double[] fence = new double[12];
            for (int i = 0; i < 12; i += period) {
                fence[i] = 1;
            }
            Ket ket = Ket.normalised(fence);
            assertThat(Uncertainty.support(neuron, ket, 1e-12)).isEqualTo(12 / period);
            assertThat(Uncertainty.support(fourier, ket, 1e-12)).isEqualTo(period);
            assertThat(Uncertainty.entropy(neuron, ket) + Uncertainty.entropy(fourier, ket))
                    .isCloseTo(Math.log(12), EXACT);
        }
        Ket generic = random.ket(12);
        assertThat(Uncertainty.support(fourier, generic, 1e-12)).isEqualTo(12);
        assertThat(Uncertainty.entropy(fourier, generic))
                .isCloseTo(Uncertainty.entropy(fourier, generic.density()), EXACT);
    }

    @Test
    void sharpnessOverAllUnbiasedBasesAddsUpToOnePlusPurity() {
        RandomStates random = new RandomStates(9);
        for (int d : new int[] {2, 3, 5, 7}) {
            List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(d);
            assertThat(bases).hasSize(d + 1);
            for (int i = 0; i < bases.size(); i++) {
                assertThat(Operators.isIsometry(bases.get(i), 1e-12)).isTrue();
                for (int j = 0; j < i; j++) {
                    assertThat(Uncertainty.maassenUffinkBound(bases.get(i), bases.get(j)))
                            .isCloseTo(Math.log(d), EXACT);
                }
            }
            DensityMatrix state = random.density(d);
            assertThat(Uncertainty.indexOfCoincidence(bases, state)).isCloseTo(1 + state.purity(), EXACT);
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
        Kraus flip = Kraus.of(new PhaseFlip(0.2));
        assertThat(ChannelDistance.entanglementFidelity(flip)).isCloseTo(0.8, EXACT);
        // |⟨ψ|Z|ψ⟩|² averages to 1/3 over the sphere.
        assertThat(ChannelDistance.averageFidelity(flip)).isCloseTo(0.8 + 0.2 / 3, EXACT);
    }
}
