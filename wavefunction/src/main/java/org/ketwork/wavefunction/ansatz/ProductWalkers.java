package org.ketwork.wavefunction.ansatz;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** Walkers of a product, whose ratios are products. */
final class ProductWalkers implements Walkers {
    private final Codomain codomain;
    private final Walkers first;
    private final Walkers second;
    /** The ratios of the factors; imaginary parts stay zero if a factor is real. */
    private final double[] aRe;

    private final double[] aIm;
    private final double[] bRe;
    private final double[] bIm;

    ProductWalkers(Codomain codomain, Walkers first, Walkers second) {
        this.codomain = codomain;
        this.first = first;
        this.second = second;
        int rows = first.configurations().rows();
        aRe = new double[rows];
        aIm = new double[rows];
        bRe = new double[rows];
        bIm = new double[rows];
    }

    @Override
    public Configurations configurations() {
        return first.configurations();
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        first.ratios(move, wanted, aRe, aIm);
        second.ratios(move, wanted, bRe, bIm);
        for (int row = 0; row < aRe.length; row++) {
            if (codomain == Codomain.REAL) {
                re[row] = aRe[row] * bRe[row];
            } else {
                re[row] = aRe[row] * bRe[row] - aIm[row] * bIm[row];
                im[row] = aRe[row] * bIm[row] + aIm[row] * bRe[row];
            }
        }
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        first.apply(move, accepted);
        second.apply(move, accepted);
    }

    @Override
    public void refresh() {
        first.refresh();
        second.refresh();
    }
}
