package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;

/**
 * Bosons without correlations, each number of particles on a site with an amplitude of its own: log ψ(n) = Σ_i a_{c(i), n_i} with a_{c, 0}
 * = 0 (Rokhsar and Kotliar, Physical Review B 44, 10328 (1991)). Parameters: a, row-major (classes, cut-off), column m − 1 for m
 * particles; if complex, first the real parts and then the imaginary ones.
 *
 * @param classes c(i) of each site, from 0 on; sites of a class have the same amplitudes
 */
public record Gutzwiller(Bosons space, int[] classes, boolean complex) implements Ansatz {
    public Gutzwiller {
        if (classes.length != space.sites() || Arrays.stream(classes).anyMatch(c -> c < 0 || c >= classes.length)) {
            throw new IllegalArgumentException("each of " + space.sites() + " sites needs a class from 0 to "
                    + (space.sites() - 1) + ", got " + Arrays.toString(classes));
        }
    }

    /** Every site by itself. */
    public static Gutzwiller ofSites(Bosons space, boolean complex) {
        return new Gutzwiller(space, IntStream.range(0, space.sites()).toArray(), complex);
    }

    /** All sites alike. */
    public static Gutzwiller uniform(Bosons space, boolean complex) {
        return new Gutzwiller(space, new int[space.sites()], complex);
    }

    /** Parameters, or complex parameters. */
    int columns() {
        return (Arrays.stream(classes).max().orElse(0) + 1) * space.most();
    }

    @Override
    public int parameterCount() {
        return (complex ? 2 : 1) * columns();
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
        return new GutzwillerState(this, table(theta, 0), complex ? table(theta, columns()) : new double[0]);
    }

    /** a of every site and number of particles, (N, cut-off + 1). */
    private double[] table(double[] theta, int from) {
        int most = space.most();
        double[] table = new double[space.sites() * (most + 1)];
        for (int i = 0; i < space.sites(); i++) {
            System.arraycopy(theta, from + classes[i] * most, table, i * (most + 1) + 1, most);
        }
        return table;
    }

    /** How many sites of each class have each number of particles. */
    LogDerivatives derivatives(Configurations at, Workers workers) {
        int columns = columns();
        double[] counts = new double[Math.multiplyExact(at.rows(), columns)];
        for (int s = 0; s < at.rows(); s++) {
            for (int i = 0; i < at.sites(); i++) {
                int level = at.levels()[s * at.sites() + i];
                if (level > 0) {
                    counts[s * columns + classes[i] * space.most() + level - 1]++;
                }
            }
        }
        return new StoredDerivatives(codomain(), at.rows(), columns, counts, new double[complex ? counts.length : 0]);
    }
}
