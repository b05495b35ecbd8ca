package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;

/**
 * The logarithms of the amplitudes, not normalised, at a batch of configurations.
 *
 * @param logModulus log |ψ| of each, −∞ where the amplitude is zero
 * @param phase in radians, of any branch
 */
public record LogAmplitudes(double[] logModulus, double[] phase) {
    /** Configurations of one task of the workers. */
    private static final int BLOCK = 256;

    /** Evaluated by several threads, in blocks of fixed size. */
    public static LogAmplitudes of(Wavefunction wavefunction, Configurations at, Workers workers) {
        double[] logModulus = new double[at.rows()];
        double[] phase = new double[at.rows()];
        workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int rows = Math.min(BLOCK, at.rows() - first);
            double[] someLogs = new double[rows];
            double[] somePhases = new double[rows];
            wavefunction.logAmplitudes(at.slice(first, rows), someLogs, somePhases);
            System.arraycopy(someLogs, 0, logModulus, first, rows);
            System.arraycopy(somePhases, 0, phase, first, rows);
        });
        return new LogAmplitudes(logModulus, phase);
    }
}
