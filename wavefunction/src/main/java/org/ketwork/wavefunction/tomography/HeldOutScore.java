package org.ketwork.wavefunction.tomography;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * How well a reconstructed state explains shots that it was not fitted to, by which families of wavefunctions are to be compared: on the
 * fitted shots the larger family always wins. In nats per shot.
 *
 * @param crossEntropies −Σ p̂(s) log P(s) in each basis, in the order of the data
 * @param total over all bases, weighted by their shots
 * @param standardError of the total, from the spread of log P over the shots
 */
public record HeldOutScore(double[] crossEntropies, double total, double standardError) {
    /**
     * By summation over all configurations for the norm.
     *
     * @throws org.ketwork.numerics.InvalidInputException for more than {@link DataLikelihood#MOST_SPINS} spins
     */
    public static HeldOutScore of(Wavefunction wavefunction, MeasurementData heldOut, Workers workers) {
        DataLikelihood likelihood = new DataLikelihood((Spins) wavefunction.space(), heldOut);
        double[] each = likelihood.crossEntropies(wavefunction, workers);
        double[] variances = likelihood.logProbabilityVariances(wavefunction, workers);
        double total = 0;
        double variance = 0;
        for (int b = 0; b < each.length; b++) {
            double share = (double) heldOut.bases().get(b).shots() / heldOut.shots();
            total += share * each[b];
            variance += share * share * variances[b] / heldOut.bases().get(b).shots();
        }
        return new HeldOutScore(each, total, Math.sqrt(variance));
    }
}
