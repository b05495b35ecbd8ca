package org.ketwork.quantum.measure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.GeneralEigen;
import org.ketwork.quantum.channel.Channel;
import org.ketwork.quantum.channel.Choi;
import org.ketwork.quantum.noise.PauliNoise;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.state.States;

/** How far channels are from each other and from doing nothing. */
public final class ChannelDistance {
    private static final double UNITARITY = 1e-9;

    private ChannelDistance() {}

    /** ⟨Ω|J|Ω⟩/d with the maximally entangled Ω: how well the channel keeps one half of an entangled pair. */
    public static double entanglementFidelity(Channel channel) {
        int d = channel.inputDimension();
        if (d != channel.outputDimension()) {
            throw new IllegalArgumentException("a fidelity needs equal dimensions before and after, got " + d + " and "
                    + channel.outputDimension());
        }
        ComplexMatrix omega = States.maximallyEntangled(d).column();
        return omega.adjoint().times(Choi.of(channel).matrix()).times(omega).traceRe() / d;
    }

    /** The fidelity ⟨ψ|Φ(ψ)|ψ⟩ averaged over all pure states, (dF + 1)/(d + 1) (Horodecki 1999, Nielsen 2002). */
    public static double averageFidelity(Channel channel) {
        int d = channel.inputDimension();
        return (d * entanglementFidelity(channel) + 1) / (d + 1);
    }

    /** The diamond distance ‖Φ − Ψ‖⋄, in [0, 2], of two Pauli channels: Σ|p − q| over the strings. */
    public static double diamond(PauliNoise first, PauliNoise second) {
        if (first.qubits() != second.qubits()) {
            throw new IllegalArgumentException(
                    "the channels act on " + first.qubits() + " and on " + second.qubits() + " qubits");
        }
        Set<PauliString> strings = new HashSet<>(first.probabilities().keySet());
        strings.addAll(second.probabilities().keySet());
        double sum = 0;
        for (PauliString string : strings) {
            sum += Math.abs(first.probabilities().getOrDefault(string, 0.0)
                    - second.probabilities().getOrDefault(string, 0.0));
        }
        return sum;
    }

    /**
     * The diamond distance of two unitary channels, 2√(1 − δ²) with δ the distance of 0 from the convex hull of the eigenvalues of
     * U†V (Aharonov, Kitaev, Nisan 1998).
     *
     * @throws IllegalArgumentException if a matrix is not unitary within 1e-9
     */
    public static double diamond(ComplexMatrix u, ComplexMatrix v) {
        for (ComplexMatrix matrix : List.of(u, v)) {
            if (matrix.rows() != matrix.columns() || !Operators.isIsometry(matrix, UNITARITY)) {
                throw new IllegalArgumentException("a unitary channel needs a unitary matrix, got " + matrix);
            }
        }
        // U†V is normal, so its eigenvalues are as well-conditioned as those of a Hermitian matrix, degenerate or not.
        GeneralEigen eigen = GeneralEigen.of(u.adjoint().times(v));
        double[] phases = new double[u.rows()];
        for (int k = 0; k < phases.length; k++) {
            phases[k] = Math.atan2(eigen.im()[k], eigen.re()[k]);
        }
        Arrays.sort(phases);
        double widestGap = phases[0] + 2 * Math.PI - phases[phases.length - 1];
        for (int k = 1; k < phases.length; k++) {
            widestGap = Math.max(widestGap, phases[k] - phases[k - 1]);
        }
        double arc = 2 * Math.PI - widestGap;
        // With the eigenvalues on an arc shorter than a half circle δ = cos(arc/2), else 0 lies in the hull.
        return arc < Math.PI ? 2 * Math.sin(arc / 2) : 2;
    }
}
