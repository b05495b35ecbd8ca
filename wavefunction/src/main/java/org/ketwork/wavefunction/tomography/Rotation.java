package org.ketwork.wavefunction.tomography;

import org.ketwork.quantum.operator.Pauli;

/**
 * The change from the basis of configurations to that of a measurement on k spins, as k butterflies on 2^k amplitudes; bit (k − 1 − m)
 * of an index belongs to spin m. Spins measured along z are left as they are; the other bras are ⟨±x| = (⟨0| ± ⟨1|)/√2 and ⟨±y| = (⟨0| ∓ i⟨1|)/√2.
 */
final class Rotation {
    private final Pauli[] letters;

    Rotation(Pauli[] letters) {
        this.letters = letters;
    }

    /** Replaces amplitudes ψ(σ) by A(s) = Σ_σ ⟨s|σ⟩ ψ(σ). */
    void apply(double[] re, double[] im) {
        for (int m = 0; m < letters.length; m++) {
            if (letters[m] == Pauli.Z) {
                continue;
            }
            int stride = 1 << (letters.length - 1 - m);
            for (int i = 0; i < re.length; i++) {
                if ((i & stride) == 0) {
                    if (letters[m] == Pauli.Y) {
                        timesMinusI(re, im, i + stride);
                    }
                    butterfly(re, im, i, i + stride);
                }
            }
        }
    }

    /** Replaces weights w(s) by Σ_s w(s) ⟨s|σ⟩, the transposed map. */
    void applyTransposed(double[] re, double[] im) {
        for (int m = 0; m < letters.length; m++) {
            if (letters[m] == Pauli.Z) {
                continue;
            }
            int stride = 1 << (letters.length - 1 - m);
            for (int i = 0; i < re.length; i++) {
                if ((i & stride) == 0) {
                    butterfly(re, im, i, i + stride);
                    if (letters[m] == Pauli.Y) {
                        timesMinusI(re, im, i + stride);
                    }
                }
            }
        }
    }

    private static void timesMinusI(double[] re, double[] im, int at) {
        double old = re[at];
        re[at] = im[at];
        im[at] = -old;
    }

    private static void butterfly(double[] re, double[] im, int up, int down) {
        double sumRe = re[up] + re[down];
        double sumIm = im[up] + im[down];
        re[down] = (re[up] - re[down]) * Math.sqrt(0.5);
        im[down] = (im[up] - im[down]) * Math.sqrt(0.5);
        re[up] = sumRe * Math.sqrt(0.5);
        im[up] = sumIm * Math.sqrt(0.5);
    }
}
