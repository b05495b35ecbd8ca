package org.ketwork.wavefunction.ansatz;

import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Configurations;

/**
 * Where one transition of an operator at a time leads from the rows of a batch: the matrix elements ⟨σ|A|σ'⟩ and the
 * ratios ψ(σ')/ψ(σ). The arrays are live, to be read only, with a number for each row, and hold what was asked for last. Not for use by several
 * threads.
 */
public final class Neighbours {
    private final Walkers walkers;
    private final boolean[] wanted;
    private final double[] elementRe;
    private final double[] elementIm;
    private final double[] ratioRe;
    private final double[] ratioIm;

    /** Of the configurations at which walkers stand. */
    public Neighbours(Walkers walkers) {
        this.walkers = walkers;
        int rows = walkers.configurations().rows();
        wanted = new boolean[rows];
        elementRe = new double[rows];
        elementIm = new double[rows];
        ratioRe = new double[rows];
        ratioIm = new double[rows];
    }

    public Configurations configurations() {
        return walkers.configurations();
    }

    /** Finds the elements of a transition and the ratios that go with them, in all rows; says whether there are any. */
    public boolean ask(Transition transition) {
        return ratios(transition, connected(transition) > 0);
    }

    /** The same in some rows. */
    public boolean ask(Transition transition, boolean[] among) {
        connected(transition);
        boolean any = false;
        for (int r = 0; r < wanted.length; r++) {
            wanted[r] &= among[r];
            any |= wanted[r];
        }
        return ratios(transition, any);
    }

    private int connected(Transition transition) {
        return transition.connected(walkers.configurations(), elementRe, elementIm, wanted);
    }

    private boolean ratios(Transition transition, boolean any) {
        if (any) {
            walkers.ratios(transition.move(), wanted, ratioRe, ratioIm);
        }
        return any;
    }

    /** Whether the transition can be made; where it cannot, ratios have no meaning. */
    public boolean leads(int row) {
        return wanted[row];
    }

    public double[] elementRe() {
        return elementRe;
    }

    /** Without meaning if the transition is real. */
    public double[] elementIm() {
        return elementIm;
    }

    public double[] ratioRe() {
        return ratioRe;
    }

    /** 0 if the wavefunction is real. */
    public double[] ratioIm() {
        return ratioIm;
    }

    /** |ψ(σ')/ψ(σ)|², 0 where the transition cannot be made. */
    public double square(int row) {
        return wanted[row] ? ratioRe[row] * ratioRe[row] + ratioIm[row] * ratioIm[row] : 0;
    }
}
