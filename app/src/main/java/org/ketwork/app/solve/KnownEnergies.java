package org.ketwork.app.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import org.ketwork.quantum.spectrum.HeisenbergRing;
import org.ketwork.quantum.spectrum.IsingChain;
import org.ketwork.quantum.spectrum.IsingRing;

/**
 * The lowest exact energies of a problem, to hold variational ones against.
 *
 * @param levels total energies in the Pauli convention, as many as are known, that of the ground state at least; degenerate ones as
 *     often as they occur
 * @param source where they come from
 */
record KnownEnergies(List<Double> levels, String source) {
    /** Up to so many configurations the matrix is diagonalised by the way. */
    private static final double CHEAP = 1 << 16;

    private static final String VARBENCH = "exact diagonalisation, in the data of Wu et al., Science 386, 296 (2024)";

    /** An entry of the table: a periodic lattice by its name, and what is known of the Hamiltonian. */
    private record Published(String lattice, Model.Known kind, double energy, String source) {}

    private static final List<Published> TABLE = List.of(
            new Published("square:6x6", new Model.Known.Ising(1, 3), -115.232707303718, VARBENCH),
            new Published("square:4x4", new Model.Known.Heisenberg(1, 0), -44.91393283371543, VARBENCH),
            new Published("square:6x6", new Model.Known.Heisenberg(1, 0), -97.7575895972357, VARBENCH),
            new Published("square:4x4", new Model.Known.Heisenberg(1, 0.5), -33.83169340557936, VARBENCH),
            new Published("square:4x6", new Model.Known.Heisenberg(1, 0.5), -50.16239379527527, VARBENCH),
            new Published("square:6x4", new Model.Known.Heisenberg(1, 0.5), -50.16239379527527, VARBENCH),
            new Published("square:6x6", new Model.Known.Heisenberg(1, 0.5), -72.548590160286, VARBENCH));

    /**
     * What is known by a formula, a published value, or a matrix small enough.
     *
     * @param wanted levels that would be of use; formulas and publications do not know many
     */
    static Optional<KnownEnergies> of(Problem problem, int wanted, Workers workers) {
        Optional<KnownEnergies> ready = ring(problem).or(() -> published(problem));
        return ready.filter(known -> known.levels.size() >= wanted)
                .or(() -> diagonalised(problem, wanted, workers))
                .or(() -> ready);
    }

    double ground() {
        return levels.getFirst();
    }

    /** The energy of a level, counted from the ground state on; NaN if it is not known. */
    double level(int number) {
        return number < levels.size() ? levels.get(number) : Double.NaN;
    }

    private static Optional<KnownEnergies> ring(Problem problem) {
        if (!(problem.graph() instanceof Lattice lattice)
                || lattice.kind() != LatticeKind.CHAIN
                || lattice.sites() < 3) {
            return Optional.empty();
        }
        int n = lattice.sites();
        boolean ring = lattice.periodic()[0];
        return switch (problem.model().kind()) {
            case Model.Known.Ising(double j, double h)
            when j > 0 && unrestricted(problem) ->
                // Turning every spin about z by half a circle changes the sign of the field and no energy.
                Optional.of(ring ? isingRing(new IsingRing(n, j, Math.abs(h))) : openChain(n, j, Math.abs(h)));
            case Model.Known.Heisenberg(double j1, double j2)
            when ring && n % 2 == 0 && j1 > 0 && j2 == 0 && smallest(problem) ->
                Optional.of(new KnownEnergies(
                        List.of(j1 * new HeisenbergRing(n).groundEnergy()), "Bethe's ansatz (Z. Phys. 71, 205, 1931)"));
            default -> Optional.empty();
        };
    }

    private static KnownEnergies isingRing(IsingRing ring) {
        return new KnownEnergies(
                List.of(ring.groundEnergy(1), ring.groundEnergy(-1)),
                "free fermions (Pfeuty, Ann. Phys. 57, 79, 1970)");
    }

    private static KnownEnergies openChain(int n, double j, double h) {
        return new KnownEnergies(
                List.of(new IsingChain(n, j, h).groundEnergy()),
                "free fermions (Lieb, Schultz and Mattis, Ann. Phys. 16, 407, 1961)");
    }

    private static Optional<KnownEnergies> published(Problem problem) {
        return TABLE.stream()
                .filter(row -> row.lattice.equals(problem.graph().name())
                        && row.kind.equals(problem.model().kind())
                        && (problem.model().is(Model.Trait.BALANCED) ? smallest(problem) : unrestricted(problem)))
                .findFirst()
                .map(row -> new KnownEnergies(List.of(row.energy), row.source));
    }

    private static Optional<KnownEnergies> diagonalised(Problem problem, int wanted, Workers workers) {
        double size = problem.space().size();
        if (size > CHEAP) {
            return Optional.empty();
        }
        ExactSpectrum spectrum = Diagonalisation.of(problem.hamiltonian())
                .withLevels((int) Math.min(wanted, size))
                .solve(workers);
        return spectrum.converged()
                ? Optional.of(new KnownEnergies(
                        Arrays.stream(spectrum.energies()).boxed().toList(), "exact diagonalisation"))
                : Optional.empty();
    }

    private static boolean unrestricted(Problem problem) {
        return !problem.space().constrained();
    }

    /** Whether the space holds the ground state of an antiferromagnet: all configurations, or those without magnetisation. */
    private static boolean smallest(Problem problem) {
        return problem.space() instanceof Spins spins && spins.magnetisation().orElse(0) == 0;
    }
}
