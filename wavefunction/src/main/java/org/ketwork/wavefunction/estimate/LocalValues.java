package org.ketwork.wavefunction.estimate;

import java.util.function.Function;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.wavefunction.ansatz.Neighbours;
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
        return inBlocks(at, workers, some -> block(operator, wavefunction, some));
    }

    /**
     * The local values (ABψ)(σ)/ψ(σ) = Σ_σ' ⟨σ|A|σ'⟩ ψ(σ')/ψ(σ) B_loc(σ') of a product of two operators. They cost as many local values
     * of B as A has transitions.
     *
     * @param left A
     * @param right B; ψ must not be zero where A leads to
     */
    public static LocalValues ofProduct(
            ConfigurationOperator left,
            ConfigurationOperator right,
            Wavefunction wavefunction,
            Configurations at,
            Workers workers) {
        return inBlocks(at, workers, some -> {
            LocalValues here = block(right, wavefunction, some);
            Block values = new Block(left, wavefunction.walkers(some));
            for (int r = 0; r < some.rows(); r++) {
                values.im[r] = values.re[r] * here.im[r];
                values.re[r] *= here.re[r];
            }
            for (Transition transition : left.transitions()) {
                if (values.ask(transition)) {
                    values.addTimes(transition, block(right, wavefunction, values.moved(transition.move())));
                }
            }
            return values.sums();
        });
    }

    private static LocalValues inBlocks(
            Configurations at, Workers workers, Function<Configurations, LocalValues> ofBlock) {
        double[] re = new double[at.rows()];
        double[] im = new double[at.rows()];
        workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int rows = Math.min(BLOCK, at.rows() - first);
            LocalValues values = ofBlock.apply(at.slice(first, rows));
            System.arraycopy(values.re, 0, re, first, rows);
            System.arraycopy(values.im, 0, im, first, rows);
        });
        return new LocalValues(re, im);
    }

    private static LocalValues block(ConfigurationOperator operator, Wavefunction wavefunction, Configurations at) {
        Block values = new Block(operator, wavefunction.walkers(at));
        for (Transition transition : operator.transitions()) {
            if (values.ask(transition)) {
                values.add(transition);
            }
        }
        return values.sums();
    }

    public int size() {
        return re.length;
    }

    /** The sums over transitions at the rows of one block. */
    private static final class Block {
        private final Neighbours neighbours;
        private final int rows;
        private final double[] re;
        private final double[] im;

        Block(ConfigurationOperator operator, Walkers walkers) {
            neighbours = new Neighbours(walkers);
            rows = walkers.configurations().rows();
            re = new double[rows];
            im = new double[rows];
            operator.diagonal(walkers.configurations(), re);
        }

        LocalValues sums() {
            return new LocalValues(re, im);
        }

        /** Finds what there is of a transition; says whether there is anything. */
        boolean ask(Transition transition) {
            return neighbours.ask(transition);
        }

        /** Where the rows in which it can be made come by the move, without gaps. */
        Configurations moved(Move move) {
            Configurations at = neighbours.configurations();
            int sites = at.sites();
            byte[] levels = new byte[at.rows() * sites];
            int count = 0;
            for (int r = 0; r < rows; r++) {
                if (neighbours.leads(r)) {
                    System.arraycopy(at.levels(), r * sites, levels, count * sites, sites);
                    move.apply(at.space(), levels, count * sites);
                    count++;
                }
            }
            return new Configurations(at.space(), count, levels);
        }

        /** Adds what {@link #ask} found. */
        void add(Transition transition) {
            add(transition, neighbours.ratioRe(), neighbours.ratioIm());
        }

        /** Adds it with a factor for each wanted row. */
        void addTimes(Transition transition, LocalValues factors) {
            double[] ratioRe = neighbours.ratioRe();
            double[] ratioIm = neighbours.ratioIm();
            double[] productRe = new double[rows];
            double[] productIm = new double[rows];
            int next = 0;
            for (int r = 0; r < rows; r++) {
                if (neighbours.leads(r)) {
                    productRe[r] = ratioRe[r] * factors.re[next] - ratioIm[r] * factors.im[next];
                    productIm[r] = ratioRe[r] * factors.im[next] + ratioIm[r] * factors.re[next];
                    next++;
                }
            }
            add(transition, productRe, productIm);
        }

        private void add(Transition transition, double[] byRe, double[] byIm) {
            double[] elementRe = neighbours.elementRe();
            double[] elementIm = neighbours.elementIm();
            for (int r = 0; r < rows; r++) {
                if (neighbours.leads(r)) {
                    re[r] += elementRe[r] * byRe[r];
                    im[r] += elementRe[r] * byIm[r];
                }
            }
            if (transition.isReal()) {
                return;
            }
            for (int r = 0; r < rows; r++) {
                if (neighbours.leads(r)) {
                    re[r] -= elementIm[r] * byIm[r];
                    im[r] += elementIm[r] * byRe[r];
                }
            }
        }
    }
}
