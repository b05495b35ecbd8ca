package org.ketwork.wavefunction.minimisation;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.TableState;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.StoredDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.ansatz.WholeWalkers;

/** The family of all positive states: a parameter, log ψ, for each configuration. */
record AmplitudeList(StateSpace space) implements Ansatz {
    @Override
    public int parameterCount() {
        return (int) space.size();
    }

    @Override
    public Codomain codomain() {
        return Codomain.REAL;
    }

    @Override
    public void initialise(double[] theta, RandomAddress address) {
        Arrays.fill(theta, 0);
    }

    @Override
    public Wavefunction at(double[] theta) {
        double[] psi = Arrays.stream(theta).map(Math::exp).toArray();
        return new Member(new TableState(space, Codomain.REAL, psi, new double[psi.length]));
    }

    private record Member(TableState table) implements Wavefunction {
        @Override
        public StateSpace space() {
            return table.space();
        }

        @Override
        public Codomain codomain() {
            return Codomain.REAL;
        }

        @Override
        public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
            table.logAmplitudes(at, logModulus, phase);
        }

        @Override
        public Walkers walkers(Configurations start) {
            return new WholeWalkers(this, start);
        }

        @Override
        public LogDerivatives logDerivatives(Configurations at, Workers workers) {
            int columns = table.re().length;
            double[] rows = new double[at.rows() * columns];
            for (int s = 0; s < at.rows(); s++) {
                rows[s * columns + table.number(at, s)] = 1;
            }
            return new StoredDerivatives(Codomain.REAL, at.rows(), columns, rows, new double[0]);
        }
    }
}
