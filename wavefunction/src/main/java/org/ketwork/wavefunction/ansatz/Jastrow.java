package org.ketwork.wavefunction.ansatz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * Correlations of pairs (Jastrow, Physical Review 98, 1479 (1955)): log ψ(v) = Σ_k J_k Σ_{(i,j) in class k} v_i v_j. Long range: each pair
 * is a class. Short range: all pairs at one distance are a class. Parameters: J; if complex, first the real parts and then the
 * imaginary ones.
 *
 * @param classes pairs (i, j) of different sites, (classes, pairs, 2)
 */
public record Jastrow(StateSpace space, List<int[][]> classes, boolean complex) implements Ansatz {
    public Jastrow {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new InvalidInputException("a Jastrow wavefunction needs at least 1 class of pairs, got none");
        }
        for (int[][] pairs : classes) {
            for (int[] pair : pairs) {
                if (pair.length != 2 || pair[0] == pair[1] || outside(space, pair[0]) || outside(space, pair[1])) {
                    throw new InvalidInputException("a pair has two different sites from 0 to " + (space.sites() - 1)
                            + ", got " + Arrays.toString(pair));
                }
            }
        }
    }

    private static boolean outside(StateSpace space, int site) {
        return site < 0 || site >= space.sites();
    }

    /** A coupling for each pair (i, j) with i < j, in lexicographic order. */
    public static Jastrow longRange(StateSpace space, boolean complex) {
        List<int[][]> classes = new ArrayList<>();
        for (int i = 0; i < space.sites(); i++) {
            for (int j = i + 1; j < space.sites(); j++) {
                classes.add(new int[][] {{i, j}});
            }
        }
        return new Jastrow(space, classes, complex);
    }

    @Override
    public int parameterCount() {
        return classes.size() * (complex ? 2 : 1);
    }

    @Override
    public Codomain codomain() {
        return complex ? Codomain.HOLOMORPHIC : Codomain.REAL;
    }

    /** Normal with standard deviation 0.01: next to the uniform superposition. */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        address.fillNormal(theta);
        for (int k = 0; k < theta.length; k++) {
            theta[k] *= 0.01;
        }
    }

    @Override
    public Wavefunction at(double[] theta) {
        PairField real = new PairField(space.sites(), new double[0], couplings(theta, 0));
        Optional<PairField> imaginary = complex
                ? Optional.of(new PairField(space.sites(), new double[0], couplings(theta, classes.size())))
                : Optional.empty();
        return new PairWavefunction(space, real, imaginary, this::derivatives);
    }

    /** J, symmetric. */
    double[] couplings(double[] theta, int from) {
        int sites = space.sites();
        double[] couplings = new double[sites * sites];
        for (int k = 0; k < classes.size(); k++) {
            for (int[] pair : classes.get(k)) {
                couplings[pair[0] * sites + pair[1]] += theta[from + k];
                couplings[pair[1] * sites + pair[0]] += theta[from + k];
            }
        }
        return couplings;
    }

    private LogDerivatives derivatives(Configurations at) {
        double[] values = new double[at.rows() * at.sites()];
        at.values(0, at.rows(), values);
        return new JastrowDerivatives(this, at.rows(), values, everyPair());
    }

    /** Whether each pair of sites is a class of its own. */
    private boolean everyPair() {
        int sites = space.sites();
        return classes.size() == sites * (sites - 1) / 2
                && classes.stream().allMatch(pairs -> pairs.length == 1)
                && classes.stream()
                                .mapToInt(pairs ->
                                        Math.min(pairs[0][0], pairs[0][1]) * sites + Math.max(pairs[0][0], pairs[0][1]))
                                .distinct()
                                .count()
                        == classes.size();
    }
}
