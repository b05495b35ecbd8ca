package org.ketwork.wavefunction.ansatz;

import java.util.Optional;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/** A holomorphic wavefunction of complex hidden units, whose derivatives depend on how the weights are tied. */
record ComplexRbm(ComplexHiddenUnits units, RealRbm.Derivatives derivatives) implements Wavefunction {
    @Override
    public StateSpace space() {
        return units.space();
    }

    @Override
    public Codomain codomain() {
        return Codomain.HOLOMORPHIC;
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        units.logAmplitudes(at, logModulus, phase);
    }

    @Override
    public Walkers walkers(Configurations start) {
        Optional<ComplexOddsWalkers> walkers = units.walkers(start);
        return walkers.isPresent() ? walkers.get() : new WholeWalkers(this, start);
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        return derivatives.at(at, workers);
    }
}
