package org.ketwork.wavefunction.projection;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** One member of a projected family. */
record ProjectedState(Projected family, Copies copies, Wavefunction base) implements Wavefunction {
    /** Copies that the base evaluates at once, about. */
    private static final int AT_ONCE = 1024;

    @Override
    public StateSpace space() {
        return family.space();
    }

    @Override
    public Codomain codomain() {
        return family.codomain();
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        int block = rowsAtOnce();
        for (int first = 0; first < at.rows(); first += block) {
            CopySum[] sums = sums(at, first, Math.min(block, at.rows() - first));
            for (int i = 0; i < sums.length; i++) {
                logModulus[first + i] = sums[i].logModulus();
                phase[first + i] = sums[i].phase();
            }
        }
    }

    /** Configurations whose copies are evaluated together. */
    int rowsAtOnce() {
        return Math.max(1, AT_ONCE / copies.count());
    }

    /** The sums over copies of rows first, ..., first + count - 1. */
    CopySum[] sums(Configurations at, int first, int count) {
        double[] logModulus = new double[count * copies.count()];
        double[] phase = new double[logModulus.length];
        base.logAmplitudes(copies(at, first, count), logModulus, phase);
        CopySum[] sums = new CopySum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = CopySum.of(copies, logModulus, phase, i * copies.count());
        }
        return sums;
    }

    /** All copies of rows first, ..., first + count - 1, those of one row after another. */
    Configurations copies(Configurations at, int first, int count) {
        Configurations result = Configurations.room(space(), count * copies.count());
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < copies.count(); c++) {
                copies.write(at, first + i, c, result, i * copies.count() + c);
            }
        }
        return result;
    }

    @Override
    public Walkers walkers(Configurations start) {
        return new ProjectedWalkers(this, start.copy());
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        return ProjectedDerivatives.of(this, at.copy(), workers);
    }
}
