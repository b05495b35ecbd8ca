package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * ψ whose logarithm is a polynomial of second degree in the values.
 *
 * @param imaginary empty for a positive wavefunction
 */
record PairWavefunction(
        StateSpace space,
        PairField real,
        Optional<PairField> imaginary,
        Function<Configurations, LogDerivatives> derivatives)
        implements Wavefunction {
    private static final int BLOCK = 256;

    @Override
    public Codomain codomain() {
        return imaginary.isPresent() ? Codomain.HOLOMORPHIC : Codomain.REAL;
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        double[] values = new double[Math.min(BLOCK, at.rows()) * at.sites()];
        Arrays.fill(phase, 0, at.rows(), 0);
        for (int first = 0; first < at.rows(); first += BLOCK) {
            int count = Math.min(BLOCK, at.rows() - first);
            int from = first;
            at.values(first, count, values);
            real.evaluate(values, count, logModulus, first);
            imaginary.ifPresent(part -> part.evaluate(values, count, phase, from));
        }
    }

    @Override
    public Walkers walkers(Configurations start) {
        return new PairWalkers(this, start);
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        return derivatives.apply(at);
    }
}
