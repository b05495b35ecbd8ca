package org.ketwork.quantum.measure;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.ComplexSvd;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.Subsystems;

/** How much two parts of a system are entangled. */
public final class Entanglement {
    private Entanglement() {}

    /** (‖ρ^T‖₁ − 1)/2 with the transpose on the given parts: the sum of its negative eigenvalues, without the sign. */
    public static double negativity(DensityMatrix state, Subsystems subsystems, int... parts) {
        double sum = 0;
        for (double value : HermitianEigen.values(subsystems.partialTranspose(state.matrix(), parts))) {
            sum += Math.max(0, -value);
        }
        return sum;
    }

    /** log ‖ρ^T‖₁ in nats, an upper bound of the distillable entanglement (Vidal and Werner, Phys. Rev. A 65, 032314, 2002). */
    public static double logNegativity(DensityMatrix state, Subsystems subsystems, int... parts) {
        return Math.log1p(2 * negativity(state, subsystems, parts));
    }

    /** Entropy of the given parts of a pure state, in nats: the one measure of its entanglement with the rest. */
    public static double entropy(Ket ket, Subsystems subsystems, int... parts) {
        return Entropy.vonNeumann(ket.density().reduce(subsystems, parts));
    }

    /** Concurrence of a pure state of two qubits, 2|ψ₀₀ψ₁₁ − ψ₀₁ψ₁₀|. */
    public static double concurrence(Ket ket) {
        requireTwoQubits(ket.dimension());
        double re = ket.re(0) * ket.re(3) - ket.im(0) * ket.im(3) - ket.re(1) * ket.re(2) + ket.im(1) * ket.im(2);
        double im = ket.re(0) * ket.im(3) + ket.im(0) * ket.re(3) - ket.re(1) * ket.im(2) - ket.im(1) * ket.re(2);
        return 2 * Math.hypot(re, im);
    }

    /**
     * Concurrence of a state of two qubits, max(0, λ₁ − λ₂ − λ₃ − λ₄) (Wootters, Phys. Rev. Lett. 80, 2245, 1998). With ρ = AA† the λ
     * are the singular values of Aᵀ(Y⊗Y)A; taken so, and not as roots of eigenvalues, they keep all their digits near zero.
     */
    public static double concurrence(DensityMatrix state) {
        requireTwoQubits(state.dimension());
        HermitianEigen eigen = HermitianEigen.of(state.matrix());
        ComplexMatrix a = eigen.vectors().copy();
        for (int k = 0; k < 4; k++) {
            double root = Math.sqrt(Math.max(0, eigen.values()[k]));
            for (int i = 0; i < 4; i++) {
                a.set(i, k, root * a.re().get(i, k), root * a.im().get(i, k));
            }
        }
        double[] lambda = ComplexSvd.values(
                a.transpose().times(PauliString.of("YY").matrix()).times(a));
        return Math.max(0, lambda[0] - lambda[1] - lambda[2] - lambda[3]);
    }

    /** Entanglement of formation of two qubits in nats, from the concurrence by Wootters' formula. */
    public static double ofFormation(DensityMatrix state) {
        double c = Math.min(1, concurrence(state));
        return Entropy.binary((1 + Math.sqrt(1 - c * c)) / 2);
    }

    private static void requireTwoQubits(int dimension) {
        if (dimension != 4) {
            throw new IllegalArgumentException(
                    "the concurrence is defined here for two qubits, got dimension " + dimension);
        }
    }
}
