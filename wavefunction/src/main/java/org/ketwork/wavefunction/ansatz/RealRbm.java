package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/** A positive wavefunction of hidden units, whose derivatives depend on how the weights are tied. */
record RealRbm(HiddenUnits units, Derivatives derivatives) implements Wavefunction {
    /** The derivatives by the parameters from which the weights were made. */
    @FunctionalInterface
    interface Derivatives {
        LogDerivatives at(Configurations at, Workers workers);
    }

    @Override
    public StateSpace space() {
        return units.space();
    }

    @Override
    public Codomain codomain() {
        return Codomain.REAL;
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        units.logAmplitudes(at, logModulus);
        Arrays.fill(phase, 0, at.rows(), 0);
    }

    @Override
    public Walkers walkers(Configurations start) {
        Optional<RealOddsWalkers> walkers = units.walkers(start);
        return walkers.isPresent() ? walkers.get() : new WholeWalkers(this, start);
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        return derivatives.at(at, workers);
    }
}
