package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * Every state of a small space: the logarithm of each amplitude is a parameter, in the order of {@link StateSpace#all}. If complex, first
 * the real parts and then the imaginary ones.
 */
public record TableState(StateSpace space, boolean complex) implements Ansatz {
    @Override
    public int parameterCount() {
        return (complex ? 2 : 1) * Math.toIntExact((long) space.size());
    }

    @Override
    public Codomain codomain() {
        return complex ? Codomain.HOLOMORPHIC : Codomain.REAL;
    }

    /** Normal with standard deviation 0.05. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        address.fillNormal(theta);
        for (int k = 0; k < theta.length; k++) {
            theta[k] *= 0.05;
        }
    }

    @Override
    public Wavefunction at(double[] theta) {
        return new State(space.all(), theta.clone(), codomain());
    }

    private record State(Configurations all, double[] theta, Codomain codomain) implements Wavefunction {
        @Override
        public StateSpace space() {
            return all.space();
        }

        @Override
        public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
            for (int row = 0; row < at.rows(); row++) {
                int k = index(at, row);
                logModulus[row] = theta[k];
                phase[row] = codomain == Codomain.REAL ? 0 : theta[all.rows() + k];
            }
        }

        /** By bisection of the ordered list. */
        private int index(Configurations at, int row) {
            int sites = all.sites();
            int low = 0;
            int high = all.rows() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = Arrays.compare(
                        all.levels(),
                        middle * sites,
                        (middle + 1) * sites,
                        at.levels(),
                        row * sites,
                        (row + 1) * sites);
                if (order == 0) {
                    return middle;
                }
                low = order < 0 ? middle + 1 : low;
                high = order < 0 ? high : middle - 1;
            }
            throw new IllegalArgumentException(
                    "not a configuration of " + all.space() + ": " + Arrays.toString(at.row(row)));
        }

        @Override
        public Walkers walkers(Configurations start) {
            return new WholeWalkers(this, start);
        }

        @Override
        public LogDerivatives logDerivatives(Configurations at, Workers workers) {
            int columns = all.rows();
            double[] re = new double[Math.multiplyExact(at.rows(), columns)];
            for (int row = 0; row < at.rows(); row++) {
                re[row * columns + index(at, row)] = 1;
            }
            return new StoredDerivatives(
                    codomain, at.rows(), columns, re, new double[codomain == Codomain.REAL ? 0 : re.length]);
        }
    }
}
