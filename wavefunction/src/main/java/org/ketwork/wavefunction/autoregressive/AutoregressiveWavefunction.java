package org.ketwork.wavefunction.autoregressive;

import java.util.Arrays;
import org.ketwork.neural.layer.ConditionalLaw;
import org.ketwork.neural.layer.Conditionals;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.DirectlySampled;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** An autoregressive network at fixed parameters. */
final class AutoregressiveWavefunction implements DirectlySampled {
    /** Rows drawn together, by one thread. */
    private static final int GROUP = 64;

    private final Conditionals conditionals;
    private final ConditionalLaw law;
    private final double[] theta;
    private final Wavefunction whole;

    AutoregressiveWavefunction(AutoregressiveAnsatz ansatz, double[] theta) {
        this.conditionals = AutoregressiveAnsatz.conditionals(ansatz.network());
        this.law = conditionals.law();
        this.theta = theta;
        this.whole = ansatz.network().at(theta);
    }

    @Override
    public StateSpace space() {
        return whole.space();
    }

    @Override
    public Codomain codomain() {
        return whole.codomain();
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        whole.logAmplitudes(at, logModulus, phase);
    }

    @Override
    public Walkers walkers(Configurations start) {
        return whole.walkers(start);
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        return whole.logDerivatives(at, workers);
    }

    @Override
    public Configurations draw(int rows, RandomAddress address, Workers workers) {
        Configurations draws = Configurations.room(space(), rows);
        workers.forEach(Math.ceilDiv(rows, GROUP), group -> {
            int first = group * GROUP;
            draw(draws, first, Math.min(GROUP, rows - first), address);
        });
        return draws;
    }

    private void draw(Configurations draws, int first, int rows, RandomAddress address) {
        int sites = draws.sites();
        int levels = draws.space().levels();
        SiteSteps steps = new SiteSteps(conditionals, theta, rows);
        int[] left = new int[rows];
        Arrays.fill(left, law.sum());
        double[] uniform = new double[rows * sites];
        for (int r = 0; r < rows; r++) {
            address.at(first + r).fillUniform(uniform, r * sites, sites, 0);
        }
        double[] log = new double[levels];
        for (int i = 0; i < sites; i++) {
            double[] readings = steps.readings(i);
            for (int r = 0; r < rows; r++) {
                law.logProbabilities(readings, r * conditionals.readings(), sites - i - 1, left[r], log, 0);
                int level = level(log, uniform[r * sites + i]);
                draws.levels()[(first + r) * sites + i] = (byte) level;
                left[r] -= level;
                steps.set(r, i, draws.space().value(level));
            }
        }
    }

    /** The level on which a uniform number falls; never one of probability zero. */
    private static int level(double[] log, double uniform) {
        int level = -1;
        double rest = uniform;
        for (int k = 0; k < log.length && rest >= 0; k++) {
            if (log[k] > Double.NEGATIVE_INFINITY) {
                level = k;
                rest -= Math.exp(log[k]);
            }
        }
        return level;
    }
}
