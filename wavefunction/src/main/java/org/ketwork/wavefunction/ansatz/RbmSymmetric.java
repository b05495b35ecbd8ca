package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * A restricted Boltzmann machine whose weights are tied by a group G of permutations of the sites: feature f has a hidden unit for each g,
 * with the angle b_f + Σ_i W_fi v_g(i), so that ψ does not change when a configuration is permuted (Carleo and Troyer, Science 355, 602
 * (2017), supplement). There is no visible bias. Parameters in order: b (F), W (F, N) row-major; if complex, first all real parts and
 * then all imaginary parts.
 *
 * @param permutations of shape (|G|, N): g(i) at [g][i]
 * @param odd whether fresh parameters are those of a machine from which its flipped image is to be subtracted
 */
public record RbmSymmetric(StateSpace space, int features, int[][] permutations, boolean complex, boolean odd)
        implements Ansatz {
    public RbmSymmetric {
        if (features < 1) {
            throw new InvalidInputException(
                    "a symmetric restricted Boltzmann machine needs at least 1 feature, got " + features);
        }
        for (int[] permutation : permutations) {
            boolean[] hit = new boolean[space.sites()];
            for (int site : permutation) {
                if (site < 0 || site >= hit.length || hit[site]) {
                    throw new IllegalArgumentException(
                            "not a permutation of " + hit.length + " sites: " + Arrays.toString(permutation));
                }
                hit[site] = true;
            }
            if (permutation.length != hit.length) {
                throw new IllegalArgumentException(
                        "a permutation of " + permutation.length + " sites, where there are " + hit.length);
            }
        }
    }

    public RbmSymmetric(StateSpace space, int features, int[][] permutations, boolean complex) {
        this(space, features, permutations, complex, false);
    }

    @Override
    public int parameterCount() {
        return Math.multiplyExact(complex ? 2 : 1, half());
    }

    /** Parameters, or complex parameters. */
    private int half() {
        return Math.multiplyExact(features, 1 + space.sites());
    }

    @Override
    public Codomain codomain() {
        return complex ? Codomain.HOLOMORPHIC : Codomain.REAL;
    }

    /**
     * As {@link Rbm#initialise}; but for an odd state with the standard deviations of W and b exchanged, and with such signs of b that the
     * fields of the features add up. The odd state then begins as a multiple of Σ v, or if the group keeps two sublattices of Σ ±v: these
     * have the nodes of the lowest odd state of a ferromagnet and, in the basis of Marshall's signs, of an antiferromagnet. Where W is as
     * large as b, or where fields cancel, products of three v move the nodes, and descent may end with wrong signs at a few configurations.
     */
    @Override
    public void initialise(double[] theta, RandomAddress address) {
        address.fillNormal(theta);
        double spread = Rbm.spread(space.sites(), units());
        for (int k = 0; k < theta.length; k++) {
            boolean bias = k % half() < features;
            theta[k] *= bias == odd ? spread : 0.2 * spread;
        }
        if (odd) {
            alignFields(theta);
        }
    }

    /** Turns the bias of each feature whose field is opposed to that of the first. */
    private void alignFields(double[] theta) {
        double[] first = field(theta, 0);
        for (int f = 1; f < features; f++) {
            double[] field = field(theta, f);
            double along = 0;
            for (int k = 0; k < field.length; k++) {
                along += field[k] * first[k];
            }
            if (along < 0) {
                for (int from = 0; from < theta.length; from += half()) {
                    theta[from + f] = -theta[from + f];
                }
            }
        }
    }

    /**
     * What feature f adds to the factors of v in the odd part of log ψ, to lowest order: b_f Σ_g W_fi at site g(i); imaginary parts after
     * all real ones. Less their mean if the sum of v is conserved, and 0 in an odd state.
     */
    private double[] field(double[] theta, int f) {
        int sites = space.sites();
        double[] field = new double[complex ? 2 * sites : sites];
        for (int[] permutation : permutations) {
            for (int i = 0; i < sites; i++) {
                int w = features + f * sites + i;
                if (complex) {
                    field[permutation[i]] += theta[f] * theta[w] - theta[half() + f] * theta[half() + w];
                    field[sites + permutation[i]] += theta[f] * theta[half() + w] + theta[half() + f] * theta[w];
                } else {
                    field[permutation[i]] += theta[f] * theta[w];
                }
            }
        }
        if (space.constrained()) {
            for (int from = 0; from < field.length; from += sites) {
                double mean = Arrays.stream(field, from, from + sites).sum() / sites;
                for (int i = from; i < from + sites; i++) {
                    field[i] -= mean;
                }
            }
        }
        return field;
    }

    private int units() {
        return features * permutations.length;
    }

    @Override
    public Wavefunction at(double[] theta) {
        if (complex) {
            ComplexHiddenUnits units = new ComplexHiddenUnits(
                    space,
                    new OddsTable.Split(weights(theta, 0), weights(theta, half())),
                    new OddsTable.Split(biases(theta, 0), biases(theta, half())),
                    new OddsTable.Split(new double[0], new double[0]));
            return new ComplexRbm(units, (at, workers) -> {
                ComplexHiddenUnits.Signals signals = units.signals(at, workers);
                return new StoredDerivatives(
                        Codomain.HOLOMORPHIC,
                        at.rows(),
                        half(),
                        contracted(signals.values(), signals.tanhRe(), at, workers),
                        contracted(signals.values(), signals.tanhIm(), at, workers));
            });
        }
        HiddenUnits units = new HiddenUnits(space, weights(theta, 0), biases(theta, 0), new double[0]);
        return new RealRbm(units, (at, workers) -> {
            HiddenUnits.Signals signals = units.signals(at, workers);
            return new StoredDerivatives(
                    Codomain.REAL,
                    at.rows(),
                    half(),
                    contracted(signals.values(), signals.tanh(), at, workers),
                    new double[0]);
        });
    }

    /** The weights of unit (f, g): W_fi at site g(i). */
    private double[] weights(double[] theta, int from) {
        int sites = space.sites();
        double[] weights = new double[units() * sites];
        for (int f = 0; f < features; f++) {
            for (int g = 0; g < permutations.length; g++) {
                int unit = f * permutations.length + g;
                for (int i = 0; i < sites; i++) {
                    weights[unit * sites + permutations[g][i]] = theta[from + features + f * sites + i];
                }
            }
        }
        return weights;
    }

    private double[] biases(double[] theta, int from) {
        double[] biases = new double[units()];
        for (int unit = 0; unit < biases.length; unit++) {
            biases[unit] = theta[from + unit / permutations.length];
        }
        return biases;
    }

    /** Rows of derivatives: Σ_g t_fg by b_f and Σ_g t_fg v_g(i) by W_fi. */
    private double[] contracted(double[] values, double[] tanh, Configurations at, Workers workers) {
        int sites = space.sites();
        int order = permutations.length;
        double[] rows = new double[at.rows() * half()];
        int block = 16;
        workers.forEach(Math.ceilDiv(at.rows(), block), task -> {
            double[] permuted = new double[order * sites];
            for (int s = task * block; s < Math.min(at.rows(), (task + 1) * block); s++) {
                for (int g = 0; g < order; g++) {
                    for (int i = 0; i < sites; i++) {
                        permuted[g * sites + i] = values[s * sites + permutations[g][i]];
                    }
                }
                int row = s * half();
                for (int f = 0; f < features; f++) {
                    for (int g = 0; g < order; g++) {
                        rows[row + f] += tanh[s * units() + f * order + g];
                    }
                }
                Blas.gemm(
                        false,
                        false,
                        features,
                        sites,
                        order,
                        1,
                        tanh,
                        s * units(),
                        order,
                        permuted,
                        0,
                        sites,
                        0,
                        rows,
                        row + features,
                        sites);
            }
        });
        return rows;
    }
}
