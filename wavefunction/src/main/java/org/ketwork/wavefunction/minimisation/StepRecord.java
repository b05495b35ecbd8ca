package org.ketwork.wavefunction.minimisation;

/**
 * What happened in one step. The energy is that of the wavefunction before the step.
 *
 * @param step its number, counted from 0
 * @param energy mean of the local energies, the total
 * @param error standard error of the mean; 0 if the sample was exact
 * @param variance of the local energies, Σ w |E_s − E|²
 * @param vScore N · variance / energy², for operators of zero trace (Wu et al., Science 386, 296 (2024))
 * @param acceptance part of the proposals that were accepted
 * @param draws configurations drawn
 * @param distinct different ones among them
 * @param shift of the metric, that of the last try; 0 if there was none
 * @param length Euclidean length of the change of the parameters
 * @param angle by which the state turned, to first order
 * @param retries how often the step was tried again
 * @param bytes that its derivatives and equations took, about
 */
public record StepRecord(
        long step,
        double energy,
        double error,
        double variance,
        double vScore,
        double acceptance,
        long draws,
        int distinct,
        double learningRate,
        double shift,
        double length,
        double angle,
        int retries,
        long bytes,
        Seconds seconds) {
    /** Where the time of a step went. The metric is its Gram matrix, the solution all that follows from it. */
    public record Seconds(double sampling, double energies, double metric, double solution) {
        public double total() {
            return sampling + energies + metric + solution;
        }
    }
}
