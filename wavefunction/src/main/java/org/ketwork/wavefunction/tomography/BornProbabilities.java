package org.ketwork.wavefunction.tomography;

import org.ketwork.quantum.operator.Pauli;

/** The probabilities |⟨s|ψ⟩|² of all outcomes of a state vector in a basis. */
public final class BornProbabilities {
    private BornProbabilities() {}

    /**
     * The 2^N probabilities, spin 0 being the most significant bit.
     *
     * @param re real parts of the amplitudes, normalised
     */
    public static double[] of(double[] re, double[] im, MeasurementBasis basis) {
        if (basis.spins() > 30 || re.length != 1 << basis.spins() || im.length != re.length) {
            throw new IllegalArgumentException("a state of " + basis.spins() + " spins has 2^" + basis.spins()
                    + " amplitudes, got " + re.length + " and " + im.length);
        }
        double[] turnedRe = re.clone();
        double[] turnedIm = im.clone();
        Pauli[] letters = basis.letters().toArray(Pauli[]::new);
        new Rotation(letters).apply(turnedRe, turnedIm);
        double[] probabilities = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            probabilities[i] = turnedRe[i] * turnedRe[i] + turnedIm[i] * turnedIm[i];
        }
        return probabilities;
    }
}
