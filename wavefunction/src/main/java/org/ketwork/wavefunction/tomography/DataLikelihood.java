package org.ketwork.wavefunction.tomography;

import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.LogSumExp;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * How well a wavefunction explains measured outcomes: the cross-entropy −Σ_b f_b Σ_s p̂_b(s) log P_b(s) in nats, where f_b is the share
 * of the shots in basis b, p̂_b(s) that of the outcome s among them and P_b(s) = |⟨s_b|ψ⟩|²/⟨ψ|ψ⟩ (Torlai et al., Nature Physics 14, 447
 * (2018), equation 5). Outcomes in rotated bases mix configurations, so the phases of ψ matter.
 */
public final class DataLikelihood {
    /** Up to so many spins the norm is summed over all configurations. */
    public static final int MOST_SPINS = 20;
    /** Configurations whose derivatives are taken together. */
    private static final int BLOCK = 4096;

    private final List<BasisFit> bases;
    private final double[] shares;

    /** @throws InvalidInputException if a basis rotates more than 16 spins, or the space is not all configurations of the spins */
    public DataLikelihood(Spins space, MeasurementData data) {
        if (space.constrained() || space.sites() != data.spins()) {
            throw new InvalidInputException("measurements on " + data.spins() + " spins need a wavefunction on all "
                    + "configurations of as many, got one on " + space);
        }
        bases = data.bases().stream()
                .map(outcomes -> new BasisFit(space, outcomes))
                .toList();
        shares = data.bases().stream()
                .mapToDouble(outcomes -> (double) outcomes.shots() / data.shots())
                .toArray();
    }

    /** Mean entropy of the measured shares: no wavefunction has a smaller cross-entropy. */
    public double entropy() {
        double sum = 0;
        for (int b = 0; b < shares.length; b++) {
            sum += shares[b] * bases.get(b).entropy();
        }
        return sum;
    }

    /**
     * The cross-entropy in each basis, by summation over all configurations for the norm.
     *
     * @throws InvalidInputException for more than {@link #MOST_SPINS} spins
     */
    public double[] crossEntropies(Wavefunction wavefunction, Workers workers) {
        double logNorm = logNorm(wavefunction);
        double[] crossEntropies = new double[bases.size()];
        for (int b = 0; b < crossEntropies.length; b++) {
            int rows = bases.get(b).configurations().rows();
            crossEntropies[b] =
                    logNorm - bases.get(b).logLikelihood(wavefunction, new double[rows], new double[rows], workers);
        }
        return crossEntropies;
    }

    /** The cross-entropy over all bases, see {@link #crossEntropies}. */
    public double crossEntropy(Wavefunction wavefunction, Workers workers) {
        double[] each = crossEntropies(wavefunction, workers);
        double sum = 0;
        for (int b = 0; b < each.length; b++) {
            sum += shares[b] * each[b];
        }
        return sum;
    }

    /** The variance of log P(s) over the shots of each basis; a norm shifts all of them alike. */
    double[] logProbabilityVariances(Wavefunction wavefunction, Workers workers) {
        return bases.stream()
                .mapToDouble(basis -> basis.logProbabilityVariance(wavefunction, workers))
                .toArray();
    }

    private static double logNorm(Wavefunction wavefunction) {
        int spins = wavefunction.space().sites();
        if (spins > MOST_SPINS) {
            throw new InvalidInputException("a cross-entropy needs the norm of the wavefunction, a sum over 2^" + spins
                    + " configurations, which is made for up to " + MOST_SPINS
                    + " spins; a wavefunction of more spins can"
                    + " be fitted, for its gradient needs no norm, but not scored");
        }
        Configurations all = wavefunction.space().all();
        double[] logModulus = new double[all.rows()];
        wavefunction.logAmplitudes(all, logModulus, new double[all.rows()]);
        for (int i = 0; i < logModulus.length; i++) {
            logModulus[i] *= 2;
        }
        return LogSumExp.of(logModulus);
    }

    /**
     * The gradient of the cross-entropy by the real parameters: the mean of 2 Re O over the model's own probabilities less its mean over
     * the outcomes.
     *
     * @param model a sample of |ψ|²
     */
    public double[] gradient(Wavefunction wavefunction, Sample model, Workers workers) {
        Sum sum = new Sum(wavefunction, workers);
        sum.add(model.configurations(), model.weights(), new double[model.weights().length], 2);
        for (int b = 0; b < shares.length; b++) {
            BasisFit fit = bases.get(b);
            double[] re = new double[fit.configurations().rows()];
            double[] im = new double[re.length];
            fit.logLikelihood(wavefunction, re, im, workers);
            sum.add(fit.configurations(), re, im, -2 * shares[b]);
        }
        return sum.gradient();
    }

    /** Adds up Σ_σ Re(c(σ) ∂ log ψ(σ)) block by block. */
    private static final class Sum {
        private final Wavefunction wavefunction;
        private final Workers workers;
        private double[] re = new double[0];
        private double[] im = new double[0];

        Sum(Wavefunction wavefunction, Workers workers) {
            this.wavefunction = wavefunction;
            this.workers = workers;
        }

        void add(Configurations at, double[] coefficientRe, double[] coefficientIm, double factor) {
            for (int first = 0; first < at.rows(); first += BLOCK) {
                int count = Math.min(BLOCK, at.rows() - first);
                LogDerivatives derivatives = wavefunction.logDerivatives(at.slice(first, count), workers);
                double[] yRe = new double[count];
                double[] yIm = new double[count];
                for (int s = 0; s < count; s++) {
                    yRe[s] = factor * coefficientRe[first + s];
                    // The adjoint conjugates O, so that conjugating c gives the conjugate of c O.
                    yIm[s] = -factor * coefficientIm[first + s];
                }
                int columns = derivatives.columns();
                double[] outRe = new double[columns];
                double[] outIm = new double[holomorphic() ? columns : 0];
                derivatives.adjoint(yRe, yIm, outRe, outIm, workers);
                re = sum(re, outRe);
                im = sum(im, outIm);
            }
        }

        private boolean holomorphic() {
            return wavefunction.codomain() == Codomain.HOLOMORPHIC;
        }

        private static double[] sum(double[] sum, double[] terms) {
            double[] grown = Arrays.copyOf(sum, terms.length);
            for (int k = 0; k < terms.length; k++) {
                grown[k] += terms[k];
            }
            return grown;
        }

        /** By x: Re(c O); by y: Re(c i O) = −Im(c O), the imaginary part of the conjugate. */
        double[] gradient() {
            double[] gradient = Arrays.copyOf(re, re.length + im.length);
            System.arraycopy(im, 0, gradient, re.length, im.length);
            return gradient;
        }
    }
}
