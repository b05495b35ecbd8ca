package org.ketwork.app.solve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.ketwork.app.input.FileIdentity;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.lattice.Graph;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/**
 * What is to be solved: sites, bonds and energy.
 *
 * @param hamiltonian in the basis of Marshall's signs if these were asked for
 * @param marshall whether it is
 * @param projection of an ansatz that is projected
 * @param warnings what a user should know before trusting a result
 * @param files what was read
 */
public record Problem(
        Graph graph,
        Model model,
        ConfigurationOperator hamiltonian,
        boolean marshall,
        Projection projection,
        List<String> warnings,
        List<FileIdentity> files) {
    /** Configurations from which the spread of the energy is estimated. */
    private static final int DRAWN = 256;

    /** More are refused before any operator is built: beyond, no family and no sampler gives a result in a life time. */
    private static final int MOST_SITES = 1 << 16;

    private static final String ANY = "any";

    /** @throws InvalidInputException if a part is missing, unknown, or does not fit the others */
    static Problem of(SolveSpec spec) {
        String latticeText = required(spec.lattice(), "lattice", "which sites and bonds there are", "chain:40");
        String energyText = required(spec.hamiltonian(), "hamiltonian", "what the energy is", "tfim:h=1");
        Graph graph = LatticeForms.TABLE.read(latticeText);
        if (graph.sites() > MOST_SITES) {
            throw new InvalidInputException("--lattice: there may be at most " + MOST_SITES + " sites, and "
                    + latticeText + " has " + graph.sites());
        }
        Model model = HamiltonianForms.TABLE.read(energyText);
        OptionalInt magnetisation = magnetisation(spec, model, graph);
        if (magnetisation.isPresent()) {
            named("--magnetisation", () -> new Spins(graph.sites(), magnetisation));
        }
        ConfigurationOperator operator = named(
                "--hamiltonian " + energyText.split(":", 2)[0].strip(),
                () -> model.build().on(graph, magnetisation));
        boolean marshall = marshall(spec, model, graph);
        if (marshall) {
            ConfigurationOperator plain = operator;
            operator = named(
                    "--marshall",
                    () -> MarshallRotation.of(plain, graph.sublattice().orElseThrow()));
        }
        List<FileIdentity> files = new ArrayList<>();
        file(latticeText, LatticeForms.FILE).ifPresent(files::add);
        HamiltonianForms.FILES.forEach(form -> file(energyText, form).ifPresent(files::add));
        StateSpace space = operator.space();
        Projection projection = spec.project()
                .map(text -> Projection.read(Projection.GROUND, text, graph, space))
                .orElseGet(() -> Projection.usual(Projection.GROUND, graph, space));
        return new Problem(graph, model, operator, marshall, projection, graph.warnings(), List.copyOf(files));
    }

    private static String required(Optional<String> text, String key, String what, String example) {
        return text.orElseThrow(() -> new InvalidInputException("--" + key + " is missing; it says " + what
                + ", such as --" + key + " " + example + " (\"ketwork solve --help\" lists all)"));
    }

    /** Puts the option before a sentence that does not know it. */
    static <T> T named(String option, Supplier<T> build) {
        try {
            return build.get();
        } catch (InvalidInputException e) {
            String sentence = String.valueOf(e.getMessage());
            throw sentence.startsWith("--") ? e : new InvalidInputException(option + ": " + sentence, e);
        }
    }

    private static OptionalInt magnetisation(SolveSpec spec, Model model, Graph graph) {
        if (spec.magnetisation().isEmpty()) {
            return model.is(Model.Trait.BALANCED) ? OptionalInt.of(graph.sites() % 2) : OptionalInt.empty();
        }
        String text = spec.magnetisation().get().strip();
        if (model.is(Model.Trait.BOSONS)) {
            throw new InvalidInputException(
                    "--magnetisation is for spins; the number of bosons is part of --hamiltonian, such as"
                            + " bose-hubbard:u=4,particles=8");
        }
        if (text.equals(ANY)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new InvalidInputException("--magnetisation must be a whole number or \"any\", got " + text, e);
        }
    }

    private static boolean marshall(SolveSpec spec, Model model, Graph graph) {
        boolean bipartite = graph.sublattice().isPresent();
        if (spec.marshall().orElse(false)) {
            if (model.is(Model.Trait.BOSONS)) {
                throw new InvalidInputException("--marshall is for spins, not for bosons");
            }
            if (!bipartite) {
                throw new InvalidInputException(
                        "--marshall needs a bipartite lattice; " + graph.name() + " has a ring of odd length");
            }
        }
        boolean usual = model.is(Model.Trait.NEARLY_MARSHALL)
                && bipartite
                && graph.edges().stream().allMatch(edge -> edge.weight() > 0);
        return spec.marshall().orElse(usual);
    }

    private static Optional<FileIdentity> file(String text, String form) {
        String prefix = form + ":";
        return text.startsWith(prefix)
                ? Optional.of(
                        FileIdentity.of(Path.of(text.substring(prefix.length()).strip())))
                : Optional.empty();
    }

    /** The same with one more thing that a user should know. */
    Problem warning(String sentence) {
        List<String> more = new ArrayList<>(warnings);
        more.add(sentence);
        return new Problem(graph, model, hamiltonian, marshall, projection, List.copyOf(more), files);
    }

    /** The same for an ansatz that is projected otherwise. */
    Problem projected(Projection other) {
        return new Problem(graph, model, hamiltonian, marshall, other, warnings, files);
    }

    /** The magnetisation as an option says it; none for bosons. */
    Optional<String> magnetisation() {
        return space() instanceof Spins spins
                ? Optional.of(
                        spins.constrained()
                                ? Integer.toString(spins.magnetisation().getAsInt())
                                : ANY)
                : Optional.empty();
    }

    /** N of the V-score: the number of spins, or of particles if that is conserved. */
    int particles() {
        return space() instanceof Bosons bosons ? bosons.particles().orElse(graph.sites()) : graph.sites();
    }

    StateSpace space() {
        return hamiltonian.space();
    }

    /** Whether the ground state is known to be positive in the basis of the Hamiltonian. */
    boolean positive() {
        boolean weights = graph.edges().stream().allMatch(edge -> edge.weight() > 0);
        return weights && model.is(marshall ? Model.Trait.MARSHALL : Model.Trait.POSITIVE);
    }

    /** About the standard deviation of the energy in a state drawn at random, divided by √N: how fast the parts of a state turn. */
    double spread() {
        Configurations some = Configurations.random(space(), DRAWN, RandomAddress.root(0).at("spread").stream());
        double[] re = new double[DRAWN];
        double[] im = new double[DRAWN];
        hamiltonian.diagonal(some, re);
        double mean = Arrays.stream(re).sum() / DRAWN;
        double square = Arrays.stream(re).map(e -> (e - mean) * (e - mean)).sum();
        for (Transition transition : hamiltonian.transitions()) {
            transition.elements(some, re, im);
            for (int row = 0; row < DRAWN; row++) {
                square += re[row] * re[row] + (transition.isReal() ? 0 : im[row] * im[row]);
            }
        }
        return Math.sqrt(square / DRAWN / graph.sites());
    }
}
