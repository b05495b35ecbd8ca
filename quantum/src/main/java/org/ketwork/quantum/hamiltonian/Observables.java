package org.ketwork.quantum.hamiltonian;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/** What one measures on many-body systems. Sites out of range and operators that break a constraint are refused by a sentence. */
public final class Observables {
    private static final PauliProduct IDENTITY = PauliProduct.of("");

    private Observables() {}

    /** One product of Pauli matrices. */
    public static ConfigurationOperator pauli(Spins space, PauliProduct product) {
        return SpinOperator.on(space).add(1, product).build("the product " + product);
    }

    /** Σ σᶻ, or the number of particles. */
    public static ConfigurationOperator total(StateSpace space) {
        return switch (space) {
            case Spins spins -> {
                SpinOperator.Builder sum = SpinOperator.on(spins);
                for (int i = 0; i < spins.sites(); i++) {
                    sum.add(1, PauliProduct.all(Pauli.Z, i));
                }
                yield sum.build("the magnetisation");
            }
            case Bosons bosons -> {
                double[] numbers =
                        IntStream.range(0, bosons.levels()).mapToDouble(n -> n).toArray();
                yield new LevelOperator.Builder(bosons)
                        .addOnEachSite(LevelOperator.Table.real(numbers))
                        .build("the number of particles");
            }
        };
    }

    /** σᶻ_i σᶻ_j, which is 1 for i = j. */
    public static ConfigurationOperator longitudinalCorrelation(Spins space, int i, int j) {
        requireSites(space, i, j);
        return pauli(space, i == j ? IDENTITY : PauliProduct.all(Pauli.Z, i, j));
    }

    /** σ_i · σ_j, which is 3 for i = j. */
    public static ConfigurationOperator spinCorrelation(Spins space, int i, int j) {
        requireSites(space, i, j);
        SpinOperator.Builder sum = SpinOperator.on(space);
        return (i == j ? sum.add(3, IDENTITY) : sum.addExchange(1, i, j)).build("the correlation of two spins");
    }

    /**
     * (1/N) Σ_ij cos(q·(r_i − r_j)) σᶻ_i σᶻ_j = |Σ_i exp(iq·r_i) σᶻ_i|² / N.
     *
     * @param k q·r = 2π Σ_a k_a x_a / L_a for a site at lattice coordinates x; k_a = L_a/2 in all directions is (π, π, ...)
     */
    public static ConfigurationOperator longitudinalStructureFactor(Lattice lattice, Spins space, int... k) {
        return new LongitudinalStructureFactor(space, phases(lattice, space, k));
    }

    /** (1/N) Σ_ij cos(q·(r_i − r_j)) σ_i · σ_j, with the q of {@link #longitudinalStructureFactor}. */
    public static ConfigurationOperator structureFactor(Lattice lattice, Spins space, int... k) {
        double[] phases = phases(lattice, space, k);
        int n = space.sites();
        SpinOperator.Builder sum = SpinOperator.on(space).add(3, IDENTITY);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                sum.addExchange(2 * Math.cos(phases[i] - phases[j]) / n, i, j);
            }
        }
        return sum.build("the structure factor");
    }

    /** q·r of every site. */
    private static double[] phases(Lattice lattice, Spins space, int[] k) {
        int[] lengths = lattice.lengths();
        if (k.length != lengths.length) {
            throw new InvalidInputException("a wave vector on " + lattice.name() + " has " + lengths.length
                    + " numbers, got " + Arrays.toString(k));
        }
        if (lattice.sites() != space.sites()) {
            throw new InvalidInputException(lattice.name() + " has " + lattice.sites()
                    + " sites, so the space has as many, got " + space.sites());
        }
        double[] phases = new double[lattice.sites()];
        for (int site = 0; site < phases.length; site++) {
            double[] coordinates = lattice.coordinates(site);
            for (int a = 0; a < k.length; a++) {
                phases[site] += 2 * Math.PI * k[a] * coordinates[a] / lengths[a];
            }
        }
        return phases;
    }

    private static void requireSites(Spins space, int i, int j) {
        if (i < 0 || j < 0 || i >= space.sites() || j >= space.sites()) {
            throw new InvalidInputException(
                    "the sites are 0 to " + (space.sites() - 1) + ", got the pair " + i + " and " + j);
        }
    }
}
