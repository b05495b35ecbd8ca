package org.ketwork.quantum.measure;

import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/** What two measurements of one state cannot both tell. Bases are the columns of unitary matrices; entropies in nats. */
public final class Uncertainty {
    private Uncertainty() {}

    /** The standard deviation of an observable. */
    public static double deviation(ComplexMatrix observable, DensityMatrix state) {
        // The mean is taken out before squaring: a difference of large squares would leave no digits of a small spread.
        ComplexMatrix centred =
                observable.minus(ComplexMatrix.identity(observable.rows()).scale(state.expectation(observable)));
        return Math.sqrt(Math.max(0, state.expectation(centred.times(centred))));
    }

    /** Robertson's lower bound of ΔA ΔB, ½|⟨[A, B]⟩| (Phys. Rev. 34, 163, 1929). */
    public static double robertsonBound(ComplexMatrix a, ComplexMatrix b, DensityMatrix state) {
        ComplexMatrix commutator = Operators.commutator(a, b);
        // The commutator is i times a Hermitian matrix.
        return Math.abs(state.expectation(commutator.scale(0, -1))) / 2;
    }

    /** The entropy of the outcomes when a state is read in a basis. */
    public static double entropy(ComplexMatrix basis, DensityMatrix state) {
        return Entropy.shannon(Povm.basis(basis).probabilities(state));
    }

    /** The entropy of the outcomes when a pure state is read in a basis. */
    public static double entropy(ComplexMatrix basis, Ket ket) {
        return Entropy.shannon(ket.apply(basis.adjoint()).probabilities());
    }

    /**
     * In how many outcomes of a basis a pure state shows up with more than the given probability. Donoho and Stark: for the bases of a
     * Fourier transform the product of the two numbers is at least d (SIAM J. Appl. Math. 49, 906, 1989).
     */
    public static int support(ComplexMatrix basis, Ket ket, double threshold) {
        int count = 0;
        for (double p : ket.apply(basis.adjoint()).probabilities()) {
            count += p > threshold ? 1 : 0;
        }
        return count;
    }

    /** Maassen and Uffink's lower bound of H(A) + H(B), −log max |⟨a|b⟩|² (Phys. Rev. Lett. 60, 1103, 1988). */
    public static double maassenUffinkBound(ComplexMatrix basisA, ComplexMatrix basisB) {
        double largest = basisA.adjoint().times(basisB).maxAbs();
        return -2 * Math.log(largest);
    }

    /**
     * Σ over bases and outcomes of p². Over all d + 1 mutually unbiased bases it is 1 + Tr ρ²: sharpness in one basis is paid for in
     * the others (Ivanović 1992, Larsen 1990).
     */
    public static double indexOfCoincidence(List<ComplexMatrix> bases, DensityMatrix state) {
        double sum = 0;
        for (ComplexMatrix basis : bases) {
            for (double p : Povm.basis(basis).probabilities(state)) {
                sum += p * p;
            }
        }
        return sum;
    }
}
