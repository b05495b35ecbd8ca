package org.ketwork.quantum.measure;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.operator.Operators;

/**
 * Which noisy observables one measurement can serve. Observables are jointly measurable iff there is a parent POVM of which they are
 * the marginals. The noise model is white noise everywhere here: an effect E becomes ηE + (1 − η) Tr(E) I/d. Other noise models rank
 * pairs differently (Designolle, Farkas, Kaniewski, New J. Phys. 21, 113053, 2019).
 *
 * <p>An unbiased qubit observable is given by a real vector a with |a| ≤ 1: its effects are (I ± a·σ)/2.
 */
public final class JointMeasurability {
    private JointMeasurability() {}

    /**
     * Two unbiased qubit observables fit together iff |a + b| + |a − b| ≤ 2 (Busch, Phys. Rev. D 33, 2253, 1986), here within {@link
     * Povm#TOLERANCE}: then {@link #parent} has a parent for them.
     */
    public static boolean compatible(double[] a, double[] b) {
        return spread(a, b) <= 2 + Povm.TOLERANCE;
    }

    /** The largest η for which ηa and ηb fit together, at most 1; for orthogonal unit vectors 1/√2. */
    public static double robustness(double[] a, double[] b) {
        return Math.min(1, 2 / spread(a, b));
    }

    /**
     * Three unbiased observables along orthogonal axes fit together iff their squared lengths sum to at most 1 (Busch 1986), here within
     * {@link Povm#TOLERANCE}.
     */
    public static boolean compatibleOrthogonal(double alongX, double alongY, double alongZ) {
        return alongX * alongX + alongY * alongY + alongZ * alongZ <= 1 + Povm.TOLERANCE;
    }

    /** The largest η for which ηX, ηY and ηZ fit together: 1/√3. */
    public static double robustnessOfThreePaulis() {
        return 1 / Math.sqrt(3);
    }

    /**
     * A parent of two compatible unbiased qubit observables, outcomes in the order ++, +−, −+, −−: ¼[(1 ± γ)I ± (a ± b)·σ] with γ = (|a +
     * b| − |a − b|)/2.
     *
     * @throws IllegalArgumentException if they are not jointly measurable
     */
    public static Povm parent(double[] a, double[] b) {
        if (!compatible(a, b)) {
            throw new IllegalArgumentException(
                    "the observables are not jointly measurable: |a + b| + |a - b| = " + spread(a, b));
        }
        double gamma = (length(a, b, 1) - length(a, b, -1)) / 2;
        List<ComplexMatrix> effects = new ArrayList<>();
        for (int signA = 1; signA >= -1; signA -= 2) {
            for (int signB = 1; signB >= -1; signB -= 2) {
                effects.add(effect(
                        (1 + signA * signB * gamma) / 4,
                        (signA * a[0] + signB * b[0]) / 4,
                        (signA * a[1] + signB * b[1]) / 4,
                        (signA * a[2] + signB * b[2]) / 4));
            }
        }
        return Povm.of(effects);
    }

    /** The parent of ηX, ηY, ηZ with η ≤ 1/√3: (I + η(±X ± Y ± Z))/8, outcomes counted with Z fastest and + before −. */
    public static Povm parentOfThreePaulis(double eta) {
        List<ComplexMatrix> effects = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            effects.add(effect(1.0 / 8, sign(k >> 2) * eta / 8, sign(k >> 1) * eta / 8, sign(k) * eta / 8));
        }
        return Povm.of(effects);
    }

    /** The largest η for which two mutually unbiased bases of dimension d fit together: (√d + 2)/(2(√d + 1)). */
    public static double robustnessOfUnbiasedPair(int dimension) {
        if (dimension < 2) {
            throw new IllegalArgumentException("the dimension must be at least 2, got " + dimension);
        }
        double root = Math.sqrt(dimension);
        return (root + 2) / (2 * (root + 1));
    }

    /**
     * The parent that reaches this η: outcome (a, b), counted with b fastest, projects on |a⟩ + e^{−iθ}|b⟩ where θ is the phase of ⟨a|b⟩.
     * The bases are the columns of unitary matrices.
     *
     * @throws IllegalArgumentException if the bases are not mutually unbiased
     */
    public static Povm parentOfUnbiasedPair(ComplexMatrix basisA, ComplexMatrix basisB) {
        int d = basisA.rows();
        ComplexMatrix overlaps = basisA.adjoint().times(basisB);
        double weight = 1 / (2 * (d + Math.sqrt(d)));
        List<ComplexMatrix> effects = new ArrayList<>();
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                double re = overlaps.re().get(a, b);
                double im = overlaps.im().get(a, b);
                double modulus = Math.hypot(re, im);
                if (Math.abs(modulus * modulus - 1.0 / d) > 1e-9) {
                    throw new IllegalArgumentException(
                            "the bases are not mutually unbiased: |<a|b>|^2 = " + modulus * modulus);
                }
                ComplexMatrix ket = column(basisA, a).plus(column(basisB, b).scale(re / modulus, -im / modulus));
                effects.add(ket.times(ket.adjoint()).scale(weight));
            }
        }
        return Povm.of(effects);
    }

    /**
     * An upper bound of η for any set of bases, by a witness. Any parent G has Σ Tr G_ab…(|a⟩⟨a| + |b⟩⟨b| + …) ≤ d·λ, with λ the largest
     * eigenvalue of such a sum of projectors, while n noisy marginals give n(ηd + 1 − η). For two mutually unbiased bases it
     * equals {@link #robustnessOfUnbiasedPair}, for the bases of the three Paulis 1/√3; both are thereby optimal.
     *
     * @param bases at least two, each as the columns of a unitary matrix of dimension at least 2
     */
    public static double upperBound(ComplexMatrix... bases) {
        int d = bases[0].rows();
        int outcomes = 1;
        for (int i = 0; i < bases.length; i++) {
            outcomes = Math.multiplyExact(outcomes, d);
        }
        double largest = 0;
        for (int outcome = 0; outcome < outcomes; outcome++) {
            ComplexMatrix sum = ComplexMatrix.zeros(d, d);
            int rest = outcome;
            for (ComplexMatrix basis : bases) {
                ComplexMatrix ket = column(basis, rest % d);
                sum = sum.plus(ket.times(ket.adjoint()));
                rest /= d;
            }
            largest = Math.max(largest, HermitianEigen.values(sum)[d - 1]);
        }
        return Math.min(1, (d * largest / bases.length - 1) / (d - 1));
    }

    /**
     * Sums the effects of a parent over all outcomes but one.
     *
     * @param shape how many outcomes each observable has, the last counted fastest
     * @param observable which of them to keep
     */
    public static Povm marginal(Povm parent, int[] shape, int observable) {
        int stride = 1;
        for (int i = observable + 1; i < shape.length; i++) {
            stride *= shape[i];
        }
        List<ComplexMatrix> effects = new ArrayList<>();
        for (int k = 0; k < shape[observable]; k++) {
            ComplexMatrix sum = ComplexMatrix.zeros(parent.dimension(), parent.dimension());
            for (int outcome = 0; outcome < parent.outcomes(); outcome++) {
                if (outcome / stride % shape[observable] == k) {
                    sum = sum.plus(parent.effect(outcome));
                }
            }
            effects.add(sum);
        }
        return Povm.of(effects);
    }

    private static double spread(double[] a, double[] b) {
        return length(a, b, 1) + length(a, b, -1);
    }

    /** |a + sign·b|. */
    private static double length(double[] a, double[] b, int sign) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += (a[i] + sign * b[i]) * (a[i] + sign * b[i]);
        }
        return Math.sqrt(sum);
    }

    private static ComplexMatrix effect(double weight, double x, double y, double z) {
        return ComplexMatrix.identity(2).scale(weight).plus(Operators.spin(x, y, z));
    }

    private static ComplexMatrix column(ComplexMatrix matrix, int k) {
        ComplexMatrix column = ComplexMatrix.zeros(matrix.rows(), 1);
        for (int i = 0; i < matrix.rows(); i++) {
            column.set(i, 0, matrix.re().get(i, k), matrix.im().get(i, k));
        }
        return column;
    }

    private static int sign(int bits) {
        return (bits & 1) == 0 ? 1 : -1;
    }
}
