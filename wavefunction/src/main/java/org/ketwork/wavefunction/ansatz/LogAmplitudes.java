package org.ketwork.wavefunction.estimate;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** The logarithms of amplitudes at a batch of configurations, evaluated in parallel. */
record Amplitudes(double[] logModulus, double[] phase) {
    private static final int BLOCK = 256;

    static Amplitudes of(Wavefunction wavefunction, Configurations at, Workers workers) {
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
        return new Amplitudes(logModulus, phase);
    }
}
