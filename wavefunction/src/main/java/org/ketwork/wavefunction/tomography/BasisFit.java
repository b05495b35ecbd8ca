package org.ketwork.wavefunction.tomography;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * The outcomes in one basis as a function of the wavefunction. An outcome s on k rotated spins has the amplitude A(s) = Σ_σ ⟨s|σ⟩ ψ(σ)
 * over the 2^k configurations that agree with it elsewhere; outcomes that differ on rotated spins only share these configurations and
 * form a group.
 */
final class BasisFit {
    private static final int MOST_ROTATED = 16;
    /** Of all configurations that the outcomes mix. */
    private static final long MOST_BYTES = 1 << 30;

    private final Rotation rotation;
    private final Configurations configurations;
    /** Share of each outcome among all shots of the basis, (groups, 2^k). */
    private final double[] shares;

    private final int groups;
    private final int size;

    BasisFit(StateSpace space, MeasurementData.Outcomes outcomes) {
        int[] rotated = outcomes.basis().rotated();
        if (rotated.length > MOST_ROTATED) {
            throw new InvalidInputException("a basis may rotate at most " + MOST_ROTATED
                    + " spins, for an outcome mixes 2^k configurations; " + outcomes.basis() + " rotates "
                    + rotated.length);
        }
        rotation = new Rotation(MeasurementData.letters(outcomes.basis(), rotated));
        size = 1 << rotated.length;
        int spins = space.sites();
        Map<String, Integer> places = new HashMap<>();
        byte[] levels = new byte[0];
        double[] sums = new double[0];
        for (int row = 0; row < outcomes.counts().length; row++) {
            byte[] outcome = outcomes.different().row(row);
            int bits = 0;
            for (int spin : rotated) {
                bits = bits << 1 | outcome[spin];
                outcome[spin] = 0;
            }
            int group = places.computeIfAbsent(Arrays.toString(outcome), key -> places.size());
            requireRoom(outcomes.basis(), (group + 1L) * size * spins);
            if ((group + 1) * size > sums.length) {
                int room = (int) Math.min(Math.max(2L * sums.length, size), MOST_BYTES / spins);
                sums = Arrays.copyOf(sums, room);
                levels = Arrays.copyOf(levels, Math.multiplyExact(room, spins));
            }
            sums[group * size + bits] += outcomes.counts()[row];
            for (int i = 0; i < size; i++) {
                int offset = (group * size + i) * spins;
                System.arraycopy(outcome, 0, levels, offset, spins);
                for (int m = 0; m < rotated.length; m++) {
                    levels[offset + rotated[m]] = (byte) (i >>> (rotated.length - 1 - m) & 1);
                }
            }
        }
        groups = places.size();
        configurations = new Configurations(space, groups * size, levels);
        shares = Arrays.copyOf(sums, groups * size);
        double shots = outcomes.shots();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= shots;
        }
    }

    private static void requireRoom(MeasurementBasis basis, long bytes) {
        if (bytes > MOST_BYTES) {
            throw new InvalidInputException(
                    "the outcomes in the basis " + basis
                            + " mix more configurations than fit into 1 GiB: take fewer shots, or bases that rotate fewer spins");
        }
    }

    /** All configurations that the outcomes mix. */
    Configurations configurations() {
        return configurations;
    }

    /** −Σ p̂ log p̂ of the measured shares, the least that the cross-entropy can be. */
    double entropy() {
        double sum = 0;
        for (double share : shares) {
            sum -= share == 0 ? 0 : share * Math.log(share);
        }
        return sum;
    }

    /** The variance of log |A(s)|² over the shots. */
    double logProbabilityVariance(Wavefunction wavefunction, Workers workers) {
        double[] squares = new double[groups];
        double[] means = new double[groups];
        workers.forEach(groups, group -> {
            double[] re = new double[size];
            double[] im = new double[size];
            double scale = amplitudes(wavefunction, group * size, re, im);
            rotation.apply(re, im);
            for (int s = 0; s < size; s++) {
                double share = shares[group * size + s];
                if (share > 0) {
                    double log = Math.log(re[s] * re[s] + im[s] * im[s]) + 2 * scale;
                    means[group] += share * log;
                    squares[group] += share * log * log;
                }
            }
        });
        double mean = Arrays.stream(means).sum();
        return Math.max(0, Arrays.stream(squares).sum() - mean * mean);
    }

    /**
     * The mean of log |A(s)|² over the outcomes, for amplitudes as they are, not normalised. Writes c(σ) with Σ_s p̂(s) ∂ log A(s) =
     * Σ_σ c(σ) O(σ).
     */
    double logLikelihood(Wavefunction wavefunction, double[] coefficientRe, double[] coefficientIm, Workers workers) {
        double[] terms = workers.mapToDouble(
                groups, group -> groupLogLikelihood(wavefunction, group, coefficientRe, coefficientIm));
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    private double groupLogLikelihood(
            Wavefunction wavefunction, int group, double[] coefficientRe, double[] coefficientIm) {
        int first = group * size;
        double[] psiRe = new double[size];
        double[] psiIm = new double[size];
        double scale = amplitudes(wavefunction, first, psiRe, psiIm);
        double[] outcomeRe = psiRe.clone();
        double[] outcomeIm = psiIm.clone();
        rotation.apply(outcomeRe, outcomeIm);
        double sum = 0;
        for (int s = 0; s < size; s++) {
            double share = shares[first + s];
            double square = outcomeRe[s] * outcomeRe[s] + outcomeIm[s] * outcomeIm[s];
            if (share > 0) {
                sum += share * (Math.log(square) + 2 * scale);
            }
            // p̂ / A, and nothing where nothing was seen.
            outcomeRe[s] = share > 0 ? share * outcomeRe[s] / square : 0;
            outcomeIm[s] = share > 0 ? -share * outcomeIm[s] / square : 0;
        }
        rotation.applyTransposed(outcomeRe, outcomeIm);
        for (int i = 0; i < size; i++) {
            coefficientRe[first + i] = outcomeRe[i] * psiRe[i] - outcomeIm[i] * psiIm[i];
            coefficientIm[first + i] = outcomeRe[i] * psiIm[i] + outcomeIm[i] * psiRe[i];
        }
        return sum;
    }

    /** Writes ψ exp(−scale), the largest having modulus 1, and returns the scale. */
    private double amplitudes(Wavefunction wavefunction, int first, double[] re, double[] im) {
        double[] phase = new double[size];
        wavefunction.logAmplitudes(configurations.slice(first, size), re, phase);
        double scale = Double.NEGATIVE_INFINITY;
        for (double logModulus : re) {
            scale = Math.max(scale, logModulus);
        }
        for (int i = 0; i < size; i++) {
            double modulus = Math.exp(re[i] - scale);
            re[i] = modulus * Math.cos(phase[i]);
            im[i] = modulus * Math.sin(phase[i]);
        }
        return scale;
    }
}
