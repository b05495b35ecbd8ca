package org.ketwork.wavefunction.sampler;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * Exact summation: the sample is all configurations in lexicographic order with their probabilities |ψ|²/Σ|ψ|². Those of probability
 * zero are left out.
 */
public final class FullSum implements Sampler {
    private final Configurations all;

    public FullSum(StateSpace space) {
        all = space.all();
    }

    @Override
    public State start(Wavefunction wavefunction, Workers workers) {
        return new State(Configurations.room(all.space(), 0));
    }

    @Override
    public Draw draw(Wavefunction wavefunction, State state, long step, Workers workers) {
        double[] probabilities = Probabilities.of(wavefunction, all, workers);
        int n = all.sites();
        byte[] levels = new byte[all.levels().length];
        double[] weights = new double[all.rows()];
        int rows = 0;
        for (int i = 0; i < all.rows(); i++) {
            // Also NaN is kept: a wavefunction that is broken must not pass as one that vanishes.
            if (probabilities[i] != 0) {
                System.arraycopy(all.levels(), i * n, levels, rows * n, n);
                weights[rows++] = probabilities[i];
            }
        }
        Configurations kept = new Configurations(all.space(), rows, Arrays.copyOf(levels, rows * n));
        return new Draw(new Sample(kept, Arrays.copyOf(weights, rows), new int[0][]), state, 1);
    }
}
