package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.measurement.MutuallyUnbiasedBases;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.Pauli;

class JointMeasurabilityTest {
    private static final double[] X = {1, 0, 0};
    private static final double[] Z = {0, 0, 1};

    private static void sameEffects(Povm one, Povm other, double tolerance) {
        assertThat(one.outcomes()).isEqualTo(other.outcomes());
        for (int k = 0; k < one.outcomes(); k++) {
            assertThat(one.effect(k).minus(other.effect(k)).maxAbs()).isLessThan(tolerance);
        }
    }

    private static Povm sharp(Pauli pauli) {
        ComplexMatrix identity = ComplexMatrix.identity(2);
        return Povm.of(List.of(
                identity.plus(pauli.matrix()).scale(0.5),
                identity.minus(pauli.matrix()).scale(0.5)));
    }

    @Test
    void orthogonalQubitObservablesFitTogetherUpToOneOverRootTwo() {
        double eta = JointMeasurability.robustness(X, Z);

        assertThat(eta).isCloseTo(0.707106781186548, within(1e-14));
        Povm parent = JointMeasurability.parent(new double[] {eta, 0, 0}, new double[] {0, 0, eta});
        sameEffects(
                JointMeasurability.marginal(parent, new int[] {2, 2}, 0),
                sharp(Pauli.X).withWhiteNoise(eta),
                1e-14);
        sameEffects(
                JointMeasurability.marginal(parent, new int[] {2, 2}, 1),
                sharp(Pauli.Z).withWhiteNoise(eta),
                1e-14);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointMeasurability.parent(new double[] {0.71, 0, 0}, new double[] {0, 0, 0.71}))
                .withMessageContaining("not jointly measurable");
    }

    @Test
    void theSearchForAParentFindsBuschsCriterionByItself() {
        RandomStates random = new RandomStates(3);
        for (int trial = 0; trial < 60; trial++) {
            double[] a = vector(random);
            double[] b = vector(random);
            ParentSearch.Slack slack = ParentSearch.slack(a, b, 1e-10);
            assertThat(slack.upper() - slack.lower()).isLessThanOrEqualTo(1e-10);
            double margin = 2 - spread(a, b);
            double eta = JointMeasurability.robustness(a, b);
            assertThat(JointMeasurability.compatible(scaled(eta, a), scaled(eta, b)))
                    .isTrue();
            assertThat(JointMeasurability.compatible(scaled(1.001 * eta, a), scaled(1.001 * eta, b)))
                    .isEqualTo(eta == 1 && 1.001 * spread(a, b) <= 2);
            if (Math.abs(margin) > 1e-8) {
                assertThat(slack.lower() >= 0).isEqualTo(JointMeasurability.compatible(a, b));
            }
            // The best parent shares the deficit evenly among its four effects.
            assertThat(slack.lower()).isCloseTo(margin / 8, within(1e-9));
        }
    }

    private static double[] scaled(double factor, double[] a) {
        return new double[] {factor * a[0], factor * a[1], factor * a[2]};
    }

    private static double spread(double[] a, double[] b) {
        double plus = 0;
        double minus = 0;
        for (int i = 0; i < 3; i++) {
            plus += (a[i] + b[i]) * (a[i] + b[i]);
            minus += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(plus) + Math.sqrt(minus);
    }

    private static double[] vector(RandomStates random) {
        return new double[] {1.2 * random.uniform() - 0.6, 1.2 * random.uniform() - 0.6, 1.2 * random.uniform() - 0.6};
    }

    @Test
    void threePaulisFitTogetherUpToOneOverRootThree() {
        double eta = JointMeasurability.robustnessOfThreePaulis();

        assertThat(eta).isCloseTo(0.577350269189626, within(1e-14));
        assertThat(JointMeasurability.compatibleOrthogonal(eta, eta, eta)).isTrue();
        assertThat(JointMeasurability.compatibleOrthogonal(0.58, 0.58, 0.58)).isFalse();
        Povm parent = JointMeasurability.parentOfThreePaulis(eta);
        Pauli[] paulis = {Pauli.X, Pauli.Y, Pauli.Z};
        for (int i = 0; i < 3; i++) {
            sameEffects(
                    JointMeasurability.marginal(parent, new int[] {2, 2, 2}, i),
                    sharp(paulis[i]).withWhiteNoise(eta),
                    1e-14);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> JointMeasurability.parentOfThreePaulis(0.58));
        assertThat(JointMeasurability.upperBound(
                        MutuallyUnbiasedBases.complete(2).toArray(ComplexMatrix[]::new)))
                .isCloseTo(eta, within(1e-14));
    }

    @Test
    void aPairOfUnbiasedBasesHasAParentAtTheStatedVisibilityAndNoneAbove() {
        double[] rounded = {0.70711, 0.68301, 0.66667, 0.65451};
        for (int d = 2; d <= 5; d++) {
            double eta = JointMeasurability.robustnessOfUnbiasedPair(d);
            assertThat(eta).isCloseTo(rounded[d - 2], within(5e-6));
            ComplexMatrix computational = ComplexMatrix.identity(d);
            ComplexMatrix fourier = Operators.fourier(d);
            Povm parent = JointMeasurability.parentOfUnbiasedPair(computational, fourier);
            int[] shape = {d, d};
            sameEffects(
                    JointMeasurability.marginal(parent, shape, 0),
                    Povm.basis(computational).withWhiteNoise(eta),
                    1e-14);
            sameEffects(
                    JointMeasurability.marginal(parent, shape, 1),
                    Povm.basis(fourier).withWhiteNoise(eta),
                    1e-14);
            assertThat(JointMeasurability.upperBound(computational, fourier)).isCloseTo(eta, within(1e-13));
        }
        List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(3);
        JointMeasurability.parentOfUnbiasedPair(bases.get(1), bases.get(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointMeasurability.parentOfUnbiasedPair(bases.get(1), bases.get(1)));
    }

    @Test
    void equalBasesNeedNoNoise() {
        assertThat(JointMeasurability.upperBound(ComplexMatrix.identity(3), ComplexMatrix.identity(3)))
                .isEqualTo(1);
        assertThat(JointMeasurability.robustness(X, X)).isEqualTo(1);
    }

    @Test
    void majorisationOrdersSpectra() {
        assertThat(Majorisation.majorises(new double[] {1, 0, 0}, new double[] {0.2, 0.5, 0.3}, 0))
                .isTrue();
        assertThat(Majorisation.majorises(new double[] {0.5, 0.25, 0.25}, new double[] {0.4, 0.4, 0.2}, 1e-12))
                .isFalse();
        assertThat(Majorisation.violation(new double[] {0.5, 0.25, 0.25}, new double[] {0.4, 0.4, 0.2}))
                .isCloseTo(0.05, within(1e-15));
        assertThat(Majorisation.violation(new double[] {1, 0}, new double[] {1, 0.5}))
                .isEqualTo(0.5);
    }
}
