package org.ketwork.app.solve;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;

/** What {@code --hamiltonian} allows. */
final class HamiltonianForms {
    private static final String PAULI = "pauli";
    private static final String TWO_BODY = "two-body";

    /** The forms whose argument is a file. */
    static final List<String> FILES = List.of(PAULI, TWO_BODY);

    /** Beyond this ratio the ground state orders in stripes, whose signs Marshall's rule gets wrong. */
    private static final double LARGEST_RATIO = 0.5;

    private static final int USUAL_CUT_OFF = 3;

    static final Forms<Model> TABLE = new Forms<>(
            "--hamiltonian",
            "Hamiltonian",
            List.of(
                    new Form<>(
                            "tfim",
                            ":h=X[,j=X]",
                            "tfim:h=1",
                            "Ising in a transverse field, −J Σ σᶻσᶻ − h Σ σˣ; J is 1 unless given",
                            HamiltonianForms::ising),
                    new Form<>(
                            "heisenberg",
                            "",
                            "heisenberg",
                            "the Heisenberg antiferromagnet, Σ σ·σ",
                            HamiltonianForms::heisenberg),
                    new Form<>("xxz", ":delta=X", "xxz:delta=0.5", "Σ (σˣσˣ + σʸσʸ + Δ σᶻσᶻ)", HamiltonianForms::xxz),
                    new Form<>(
                            "j1j2",
                            ":j2=X[,j1=X]",
                            "j1j2:j2=0.5",
                            "Heisenberg with J₂ between second neighbours; J₁ is 1 unless given",
                            HamiltonianForms::j1j2),
                    new Form<>(
                            "bose-hubbard",
                            ":u=X[,t=X][,mu=X][,most=N][,particles=N]",
                            "bose-hubbard:u=4",
                            "bosons, −t Σ (b†b + h.c.) + (U/2) Σ n(n − 1) − μ Σ n, at most 3 on a site; one particle a site"
                                    + " unless particles or mu is given",
                            HamiltonianForms::boseHubbard),
                    new Form<>(
                            PAULI,
                            ":FILE",
                            "pauli:terms.txt",
                            "a sum of Pauli strings: a line \"0.5 XIZ\" or \"0.5 X0 Z2\" a term",
                            HamiltonianForms::pauli),
                    new Form<>(
                            TWO_BODY,
                            ":FILE",
                            "two-body:pair.txt",
                            "the same operator on every bond: a file with a row of its matrix a line, 4 x 4 for spins, (n + 1)²"
                                    + " rows for at most n bosons on a site; numbers such as 0.5, 2i or 1-2i",
                            HamiltonianForms::twoBody)));

    private HamiltonianForms() {}

    private static Model ising(Arguments arguments) {
        Arguments.Keys keys = arguments.keys("h", "h", "j");
        double h = keys.number("h", Double.NaN);
        if (Double.isNaN(h)) {
            throw arguments.wrong("the field is missing; it is written "
                    + arguments.form().shape() + ", such as " + arguments.form().example());
        }
        double j = keys.number("j", 1);
        return Model.of(
                        new Model.Known.Ising(j, h),
                        (graph, m) -> Hamiltonians.transverseFieldIsing(graph, new Spins(graph.sites(), m), j, h))
                .with(Model.Trait.POSITIVE, h >= 0);
    }

    private static Model heisenberg(Arguments arguments) {
        arguments.none();
        return exchange(1);
    }

    private static Model xxz(Arguments arguments) {
        return exchange(arguments.keys("delta", "delta").number("delta", 1));
    }

    private static Model exchange(double delta) {
        return Model.of(
                        delta == 1 ? new Model.Known.Heisenberg(1, 0) : new Model.Known.Other(),
                        (graph, m) -> Hamiltonians.xxz(graph, new Spins(graph.sites(), m), delta),
                        Model.Trait.NEARLY_MARSHALL,
                        Model.Trait.MARSHALL)
                .with(Model.Trait.BALANCED, delta >= -1);
    }

    private static Model j1j2(Arguments arguments) {
        Arguments.Keys keys = arguments.keys("j2", "j1", "j2");
        double j1 = keys.number("j1", 1);
        double j2 = keys.number("j2", 0);
        return Model.of(
                        new Model.Known.Heisenberg(j1, j2),
                        (graph, m) -> {
                            if (!(graph instanceof Lattice lattice)) {
                                throw new InvalidInputException(
                                        "it needs a lattice with second neighbours, got " + graph.name()
                                                + "; write all bonds into the graph, with weights, and take heisenberg");
                            }
                            return Hamiltonians.j1j2(lattice, new Spins(graph.sites(), m), j1, j2);
                        },
                        Model.Trait.BALANCED)
                .with(Model.Trait.NEARLY_MARSHALL, j1 > 0 && j2 <= LARGEST_RATIO * j1)
                .with(Model.Trait.MARSHALL, j1 > 0 && j2 <= 0);
    }

    private static Model boseHubbard(Arguments arguments) {
        Arguments.Keys keys = arguments.keys("u", "u", "t", "mu", "most", "particles");
        double u = keys.number("u", 0);
        double t = keys.number("t", 1);
        double mu = keys.number("mu", 0);
        int most = keys.whole("most", USUAL_CUT_OFF);
        OptionalInt particles = keys.whole("particles");
        boolean free = particles.isEmpty() && keys.number("mu").isPresent();
        return Model.of(
                        new Model.Known.Other(),
                        (graph, m) -> {
                            OptionalInt total =
                                    free ? OptionalInt.empty() : OptionalInt.of(particles.orElse(graph.sites()));
                            return Hamiltonians.boseHubbard(graph, new Bosons(graph.sites(), most, total), t, u, mu);
                        },
                        Model.Trait.BOSONS)
                .with(Model.Trait.POSITIVE, t >= 0);
    }

    private static Model twoBody(Arguments arguments) {
        Path file = Path.of(arguments.whole("the file"));
        ComplexMatrix pair = arguments.about(() -> Hamiltonians.twoBodyMatrix(file));
        int levels = (int) Math.round(Math.sqrt(pair.rows()));
        boolean spins = levels == 2;
        return Model.of(
                        new Model.Known.Other(),
                        (graph, m) -> Hamiltonians.twoBody(
                                graph,
                                spins ? new Spins(graph.sites(), m) : Bosons.free(graph.sites(), levels - 1),
                                pair))
                .with(Model.Trait.BOSONS, !spins)
                .with(Model.Trait.POSITIVE, lowersByHopping(pair));
    }

    /** Whether no element beside the diagonal is positive or complex, so that some ground state is positive. */
    private static boolean lowersByHopping(ComplexMatrix matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (i != j && (matrix.re().get(i, j) > 0 || matrix.im().get(i, j) != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Model pauli(Arguments arguments) {
        Path file = Path.of(arguments.whole("the file"));
        return Model.of(new Model.Known.Other(), (graph, m) -> Hamiltonians.pauli(file, new Spins(graph.sites(), m)));
    }
}
