package org.ketwork.wavefunction.ansatz;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** Walkers of ψ = e^{f + ig}: ratios of e^f, turned by differences of g. */
record ModulusPhaseWalkers(RealOddsWalkers modulus, RealOddsWalkers phase) implements Walkers {
    @Override
    public Configurations configurations() {
        return modulus.configurations();
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        modulus.ratios(move, wanted, re, im);
        phase.logRatios(move, im);
        for (int row = 0; row < configurations().rows(); row++) {
            double turn = im[row];
            im[row] = re[row] * Math.sin(turn);
            re[row] *= Math.cos(turn);
        }
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        modulus.apply(move, accepted);
        phase.apply(move, accepted);
    }

    @Override
    public void refresh() {
        modulus.refresh();
        phase.refresh();
    }
}
