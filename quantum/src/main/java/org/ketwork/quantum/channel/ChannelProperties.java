package org.ketwork.quantum.channel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;

/** What can be read off a map, whatever its representation. */
public final class ChannelProperties {
    /** Below this an eigenvalue of a Choi matrix or a difference of entries counts as zero. */
    public static final double TOLERANCE = 1e-10;

    private ChannelProperties() {}

    /** Whether it maps states of the system, entangled or not with anything else, to positive operators: J ≥ 0. */
    public static boolean isCompletelyPositive(Channel channel) {
        ComplexMatrix choi = Choi.of(channel).matrix();
        return choi.isHermitian(TOLERANCE) && HermitianEigen.values(choi.hermitianPart())[0] >= -TOLERANCE;
    }

    /** Whether Tr Φ(ρ) = Tr ρ: Tr_output J = I. */
    public static boolean isTracePreserving(Channel channel) {
        Choi choi = Choi.of(channel);
        return choi.subsystems()
                        .partialTrace(choi.matrix(), 0)
                        .minus(ComplexMatrix.identity(channel.inputDimension()))
                        .maxAbs()
                <= TOLERANCE;
    }

    /** Whether the maximally mixed state stays as it is: Φ(I) = I. */
    public static boolean isUnital(Channel channel) {
        int d = channel.inputDimension();
        return d == channel.outputDimension()
                && channel.map(ComplexMatrix.identity(d))
                                .minus(ComplexMatrix.identity(d))
                                .maxAbs()
                        <= TOLERANCE;
    }

    /** Negativity of the normalised Choi matrix J/d: the entanglement left of a maximally entangled pair. */
    public static double choiNegativity(Channel channel) {
        double negative = 0;
        for (double value : partialTransposeSpectrum(Choi.of(channel))) {
            negative += Math.max(0, -value);
        }
        return negative;
    }

    /**
     * Whether the channel leaves no entanglement of its input with anything: iff the Choi matrix is separable (Horodecki, Shor,
     * Ruskai, Rev. Math. Phys. 15, 629, 2003). A negative partial transpose says no. It says yes when the partial transpose is
     * positive and separability follows: input·output at most 6 (Horodecki 1996), a Choi matrix that is diagonal, one that is
     * isotropic (Horodecki and Horodecki 1999), or one in the separable ball (Gurvits and Barnum 2002). Otherwise it is
     * undecided.
     *
     * @throws IllegalArgumentException if the map is not a channel
     */
    public static Decision isEntanglementBreaking(Channel channel) {
        if (!isCompletelyPositive(channel) || !isTracePreserving(channel)) {
            throw new IllegalArgumentException("only a channel can break entanglement; this map is not one");
        }
        Choi choi = Choi.of(channel);
        if (partialTransposeSpectrum(choi)[0] < -TOLERANCE) {
            return Decision.NO;
        }
        int size = choi.matrix().rows();
        boolean separable = size <= 6 || isDiagonal(choi) || isIsotropic(choi) || isInSeparableBall(choi);
        return separable ? Decision.YES : Decision.UNDECIDED;
    }

    private static double[] partialTransposeSpectrum(Choi choi) {
        ComplexMatrix state = choi.matrix().hermitianPart().scale(1.0 / choi.inputDimension());
        return HermitianEigen.values(choi.subsystems().partialTranspose(state, 1));
    }

    private static boolean isDiagonal(Choi choi) {
        ComplexMatrix offDiagonal = choi.matrix().copy();
        for (int i = 0; i < offDiagonal.rows(); i++) {
            offDiagonal.set(i, i, 0, 0);
        }
        return offDiagonal.maxAbs() <= TOLERANCE;
    }

    /** Whether the map is ρ → sρ + (1 − s) Tr ρ I/d. */
    private static boolean isIsotropic(Choi choi) {
        int d = choi.inputDimension();
        if (d != choi.outputDimension()) {
            return false;
        }
        // The entry between |00⟩ and |11⟩ carries s alone.
        double s = d == 1 ? 1 : choi.matrix().re().get(0, d + 1);
        Choi isotropic = Choi.of(
                rho -> rho.scale(s)
                        .plus(ComplexMatrix.identity(d)
                                .scale((1 - s) / d * rho.traceRe(), (1 - s) / d * rho.traceIm())),
                d,
                d);
        return choi.matrix().minus(isotropic.matrix()).maxAbs() <= TOLERANCE;
    }

    private static boolean isInSeparableBall(Choi choi) {
        double norm = choi.matrix().frobeniusNorm() / choi.inputDimension();
        return norm * norm <= 1.0 / (choi.matrix().rows() - 1.0);
    }
}
