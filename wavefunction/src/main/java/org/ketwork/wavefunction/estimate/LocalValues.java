package org.ketwork.wavefunction.estimate;

import java.util.List;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * The local values A_loc(σ) = Σ_σ' ⟨σ|A|σ'⟩ ψ(σ')/ψ(σ) of an operator, a number for each configuration. Their mean over |ψ|² is
 * ⟨ψ|A|ψ⟩/⟨ψ|ψ⟩. For the Hamiltonian they are the local energies.
 *
 * @param im the imaginary parts; all 0 if both operator and wavefunction are real
 */
public record LocalValues(double[] re, double[] im) {
    /** Configurations that are evaluated together, by one thread. */
    private static final int BLOCK = 64;

    public LocalValues {
        if (re.length != im.length) {
            throw new IllegalArgumentException(
                    re.length + " real parts do not go with " + im.length + " imaginary parts");
        }
    }

    /** The local values at configurations at which ψ is not zero. */
    public static LocalValues of(
            ConfigurationOperator operator, Wavefunction wavefunction, Configurations at, Workers workers) {
        double[] re = new double[at.rows()];
        double[] im = new double[at.rows()];
        List<Transition> transitions = operator.transitions();
        workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int rows = Math.min(BLOCK, at.rows() - first);
            Block values = new Block(operator, wavefunction.walkers(at.slice(first, rows)));
            transitions.forEach(values::add);
            System.arraycopy(values.re, 0, re, first, rows);
            System.arraycopy(values.im, 0, im, first, rows);
        });
        return new LocalValues(re, im);
    }

    public int size() {
        return re.length;
    }

    /** The sums over transitions at the rows of one block. */
    private static final class Block {
        private final Walkers walkers;
        private final int rows;
        private final double[] re;
        private final double[] im;
        private final boolean[] wanted;
        private final double[] elementRe;
        private final double[] elementIm;
        private final double[] ratioRe;
        private final double[] ratioIm;

        Block(ConfigurationOperator operator, Walkers walkers) {
            this.walkers = walkers;
            rows = walkers.configurations().rows();
            re = new double[rows];
            im = new double[rows];
            wanted = new boolean[rows];
            elementRe = new double[rows];
            elementIm = new double[rows];
            ratioRe = new double[rows];
            ratioIm = new double[rows];
            operator.diagonal(walkers.configurations(), re);
        }

        void add(Transition transition) {
            transition.elements(walkers.configurations(), elementRe, elementIm);
            boolean real = transition.isReal();
            boolean any = false;
            for (int r = 0; r < rows; r++) {
                wanted[r] = elementRe[r] != 0 || (!real && elementIm[r] != 0);
                any |= wanted[r];
            }
            if (!any) {
                return;
            }
            walkers.ratios(transition.move(), wanted, ratioRe, ratioIm);
            for (int r = 0; r < rows; r++) {
                if (wanted[r]) {
                    re[r] += elementRe[r] * ratioRe[r];
                    im[r] += elementRe[r] * ratioIm[r];
                }
            }
            if (real) {
                return;
            }
            for (int r = 0; r < rows; r++) {
                if (wanted[r]) {
                    re[r] -= elementIm[r] * ratioIm[r];
                    im[r] += elementIm[r] * ratioRe[r];
                }
            }
        }
    }
}
