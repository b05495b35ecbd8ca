package org.ketwork.bridge.encoding;

import org.ketwork.quantum.state.Ket;

/**
 * A softmax layer as a Born distribution: softmax(z) = |ψ|² for ψ_c = exp(z_c/2 + iφ_c)/√Z with any phases φ. A softmax fixes the
 * moduli and leaves n − 1 relative phases free.
 */
public final class SoftmaxEncoding {
    private SoftmaxEncoding() {}

    /** exp(z_c)/Σ exp(z). */
    public static double[] probabilities(double[] logits) {
        double[] p = new double[logits.length];
        double max = max(logits);
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(logits[c] - max);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    /** The ket of the logits with all phases zero. */
    public static Ket ket(double[] logits) {
        return ket(logits, new double[logits.length]);
    }

    /** The ket exp(z/2 + iφ)/√Z. */
    public static Ket ket(double[] logits, double[] phases) {
        if (phases.length != logits.length) {
            throw new IllegalArgumentException(
                    "there are " + phases.length + " phases for " + logits.length + " logits");
        }
        double max = max(logits);
        double[] re = new double[logits.length];
        double[] im = new double[logits.length];
        for (int c = 0; c < re.length; c++) {
            double modulus = Math.exp((logits[c] - max) / 2);
            re[c] = modulus * Math.cos(phases[c]);
            im[c] = modulus * Math.sin(phases[c]);
        }
        return Ket.normalised(re, im);
    }

    private static double max(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double z : logits) {
            if (!Double.isFinite(z)) {
                throw new IllegalArgumentException("logits must be finite, got " + z);
            }
            max = Math.max(max, z);
        }
        return max;
    }
}
