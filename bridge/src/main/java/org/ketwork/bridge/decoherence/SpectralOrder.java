package org.ketwork.bridge.decoherence;

import java.util.Arrays;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;

/**
 * The spectra of a Gram matrix before and after decoherence. The eigenvalues of C∘G are majorised by those of G whenever C is
 * positive semidefinite with unit diagonal (Bapat, Sunder 1985), so the largest and the condition number never rise, the
 * smallest and the von Neumann entropy of the trace-normalised matrix never fall.
 *
 * @param before eigenvalues of G, ascending
 * @param after eigenvalues of C∘G, ascending
 */
public record SpectralOrder(double[] before, double[] after) {
    public static SpectralOrder of(Matrix gram, Matrix coherence) {
        return new SpectralOrder(
                SymmetricEigen.of(gram).values(),
                SymmetricEigen.of(coherence.schur(gram)).values());
    }

    /**
     * By how much majorisation fails: the largest excess of a partial sum of the largest eigenvalues after over before, relative
     * to the trace; at most rounding error if the theorem holds.
     */
    public double violation() {
        double trace = 0;
        for (double v : before) {
            trace += v;
        }
        double excess = 0;
        double worst = 0;
        for (int k = before.length - 1; k >= 0; k--) {
            excess += after[k] - before[k];
            worst = Math.max(worst, k == 0 ? Math.abs(excess) : excess);
        }
        return worst / trace;
    }

    /** @throws LawViolation if the spectrum after is not majorised by the spectrum before, beyond the tolerance */
    public SpectralOrder require(double tolerance) {
        if (!(violation() <= tolerance)) {
            throw new LawViolation(
                    "majorisation: decoherence sharpened a spectrum by " + violation() + " of its trace");
        }
        return this;
    }

    public double entropyBefore() {
        return entropy(before);
    }

    public double entropyAfter() {
        return entropy(after);
    }

    public double conditionBefore() {
        return before[before.length - 1] / before[0];
    }

    public double conditionAfter() {
        return after[after.length - 1] / after[0];
    }

    private static double entropy(double[] eigenvalues) {
        double trace = 0;
        for (double v : eigenvalues) {
            trace += v;
        }
        double entropy = 0;
        for (double v : eigenvalues) {
            entropy -= v > 0 ? v / trace * Math.log(v / trace) : 0;
        }
        return entropy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpectralOrder that
                && Arrays.equals(before, that.before)
                && Arrays.equals(after, that.after);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(before) + Arrays.hashCode(after);
    }

    @Override
    public String toString() {
        return Arrays.toString(before) + " -> " + Arrays.toString(after);
    }
}
