package org.ketwork.app.solve;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * What the report shows of the final sample.
 *
 * @param correlationName what is correlated
 * @param correlations ⟨v₀v_j⟩ − ⟨v₀⟩⟨v_j⟩ of the values of site 0 and each site j
 * @param logProbabilities log |ψ|² of each configuration of the sample, not normalised
 * @param weights how much of the sample each configuration is
 */
public record FinalState(String correlationName, double[] correlations, double[] logProbabilities, double[] weights) {
    /** @param moduli what the modulus of each amplitude is multiplied with */
    static FinalState of(Wavefunction wavefunction, Sample sample, double[] moduli) {
        Configurations at = sample.configurations();
        double[] logs = new double[at.rows()];
        wavefunction.logAmplitudes(at, logs, new double[at.rows()]);
        for (int row = 0; row < logs.length; row++) {
            logs[row] = 2 * (logs[row] + Math.log(moduli[row]));
        }
        return of(sample, logs);
    }

    static FinalState of(Sample sample, double[] logProbabilities) {
        Configurations at = sample.configurations();
        double[] weights = sample.weights();
        int sites = at.sites();
        double[] means = new double[sites];
        double[] products = new double[sites];
        for (int row = 0; row < at.rows(); row++) {
            double first = at.value(row, 0) * weights[row];
            for (int site = 0; site < sites; site++) {
                double value = at.value(row, site);
                means[site] += weights[row] * value;
                products[site] += first * value;
            }
        }
        double[] correlations = new double[sites];
        for (int site = 0; site < sites; site++) {
            correlations[site] = products[site] - means[0] * means[site];
        }
        String name = at.space() instanceof Spins ? "⟨σᶻ₀σᶻⱼ⟩ − ⟨σᶻ₀⟩⟨σᶻⱼ⟩" : "⟨n₀nⱼ⟩ − ⟨n₀⟩⟨nⱼ⟩";
        return new FinalState(name, correlations, logProbabilities, weights);
    }
}
