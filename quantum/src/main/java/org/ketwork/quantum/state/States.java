package org.ketwork.quantum.state;

import java.util.Arrays;
import org.ketwork.numerics.matrix.ComplexMatrix;

/** States that have names. */
public final class States {
    private States() {}

    /** The four maximally entangled states of two qubits. */
    public enum Bell {
        /** (|00⟩ + |11⟩)/√2. */
        PHI_PLUS(1, 0, 0, 1),
        /** (|00⟩ − |11⟩)/√2. */
        PHI_MINUS(1, 0, 0, -1),
        /** (|01⟩ + |10⟩)/√2. */
        PSI_PLUS(0, 1, 1, 0),
        /** (|01⟩ − |10⟩)/√2, the singlet. */
        PSI_MINUS(0, 1, -1, 0);

        private final Ket ket;

        Bell(double... amplitudes) {
            this.ket = Ket.normalised(amplitudes);
        }

        public Ket ket() {
            return ket;
        }
    }

    /** (|0⟩ + |1⟩)/√2. */
    public static Ket plus() {
        return Ket.normalised(1, 1);
    }

    /** (|0⟩ − |1⟩)/√2. */
    public static Ket minus() {
        return Ket.normalised(1, -1);
    }

    /** The uniform superposition of d basis states. */
    public static Ket uniform(int dimension) {
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        return Ket.normalised(ones);
    }

    /** The qubit state cos(θ/2)|0⟩ + e^{iφ} sin(θ/2)|1⟩ at polar angle θ and azimuth φ of the Bloch sphere. */
    public static Ket qubit(double theta, double phi) {
        double sine = Math.sin(theta / 2);
        return Ket.of(new double[] {Math.cos(theta / 2), sine * Math.cos(phi)}, new double[] {0, sine * Math.sin(phi)});
    }

    /** (|0…0⟩ + |1…1⟩)/√2 on n qubits (Greenberger, Horne, Zeilinger). */
    public static Ket ghz(int qubits) {
        double[] amplitudes = new double[1 << qubits];
        amplitudes[0] = 1;
        amplitudes[amplitudes.length - 1] = 1;
        return Ket.normalised(amplitudes);
    }

    /** The equal superposition of all states of n qubits with exactly one qubit in |1⟩. */
    public static Ket w(int qubits) {
        double[] amplitudes = new double[1 << qubits];
        for (int q = 0; q < qubits; q++) {
            amplitudes[1 << q] = 1;
        }
        return Ket.normalised(amplitudes);
    }

    /** Σᵢ|ii⟩/√d on two systems of dimension d. */
    public static Ket maximallyEntangled(int dimension) {
        double[] amplitudes = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            amplitudes[i * dimension + i] = 1;
        }
        return Ket.normalised(amplitudes);
    }

    /**
     * p|Ψ⁻⟩⟨Ψ⁻| + (1 − p)I/4 (Werner, Phys. Rev. A 40, 4277, 1989): entangled iff p > 1/3.
     *
     * @throws IllegalArgumentException if p is outside [−1/3, 1], where the matrix has a negative eigenvalue
     */
    public static DensityMatrix werner(double p) {
        if (!(p >= -1.0 / 3 && p <= 1)) {
            throw new IllegalArgumentException("the singlet weight of a Werner state must be in [-1/3, 1], got " + p);
        }
        Ket singlet = Bell.PSI_MINUS.ket();
        return DensityMatrix.of(
                singlet.outer(singlet).scale(p).plus(ComplexMatrix.identity(4).scale((1 - p) / 4)));
    }
}
