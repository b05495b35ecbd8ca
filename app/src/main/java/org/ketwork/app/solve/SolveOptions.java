package org.ketwork.app.solve;

import java.util.Optional;
import org.ketwork.numerics.InvalidInputException;
import picocli.CommandLine.Option;

/** The options of {@code solve} that say what is computed. */
public final class SolveOptions {
    @Option(names = "--lattice", paramLabel = "LATTICE", description = "Sites and bonds, such as chain:40; see below.")
    Optional<String> lattice = Optional.empty();

    @Option(names = "--hamiltonian", paramLabel = "H", description = "The energy, such as tfim:h=1; see below.")
    Optional<String> hamiltonian = Optional.empty();

    @Option(
            names = "--ansatz",
            paramLabel = "ANSATZ",
            description = "The family of wavefunctions, such as rbm:1; see below.")
    Optional<String> ansatz = Optional.empty();

    @Option(
            names = "--project",
            paramLabel = "SYMMETRIES",
            description =
                    "Project the ansatz, whichever it is, onto symmetries: translations, point-group, spin-flip, with commas"
                            + " between them; translations=1x0 is another momentum, spin-flip=-1 the odd parity.")
    Optional<String> project = Optional.empty();

    @Option(
            names = "--magnetisation",
            paramLabel = "M",
            description =
                    "Keep the sum of all σᶻ at M, or \"any\" (default: 0 if the energy conserves it and the number of"
                            + " spins is even).")
    Optional<String> magnetisation = Optional.empty();

    @Option(
            names = "--marshall",
            arity = "0",
            description = "Give the ansatz the signs of Marshall's rule (default: for an antiferromagnet on a bipartite"
                    + " lattice).")
    boolean marshall;

    @Option(names = "--no-marshall", arity = "0", description = "Leave the signs to the ansatz.")
    boolean noMarshall;

    @Option(
            names = "--sampler",
            paramLabel = "SAMPLER",
            description = "How configurations are drawn; see below (default: auto).")
    Optional<String> sampler = Optional.empty();

    @Option(names = "--samples", paramLabel = "N", description = "Configurations drawn for each step.")
    Optional<Integer> samples = Optional.empty();

    @Option(names = "--chains", paramLabel = "N", description = "Markov chains that draw them.")
    Optional<Integer> chains = Optional.empty();

    @Option(
            names = "--sweeps",
            paramLabel = "N",
            description = "Sweeps, of as many proposals as sites, between two draws of a chain (default: 1).")
    Optional<Integer> sweeps = Optional.empty();

    @Option(
            names = "--final-samples",
            paramLabel = "N",
            description = "Configurations drawn for the result, independently of the optimisation.")
    Optional<Integer> finalSamples = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the optimisation.")
    Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--optimiser",
            paramLabel = "NAME",
            description = "sr: stochastic reconfiguration (default), or adam.")
    Optional<String> optimiser = Optional.empty();

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "Length of the first steps in imaginary time; falls to a fiftieth of it.")
    Optional<Double> learningRate = Optional.empty();

    @Option(names = "--shift", paramLabel = "X", description = "What is added to the diagonal in reconfiguration.")
    Optional<Double> shift = Optional.empty();

    @Option(
            names = "--momentum",
            paramLabel = "X",
            description = "How much of the last step is kept (SPRING), from 0 to below 1.")
    Optional<Double> momentum = Optional.empty();

    @Option(
            names = "--lanczos",
            arity = "0",
            description =
                    "Improve the ground state that was found by one step of Lanczos, (1 + αH)ψ. Its energy takes as"
                            + " many local energies a configuration as the Hamiltonian has terms.")
    boolean lanczos;

    @Option(
            names = "--exact",
            arity = "0",
            description = "The exact twin: eigenvalues by diagonalisation, no ansatz, no sampling.")
    boolean exact;

    @Option(names = "--excited", paramLabel = "K", description = "Also the K states above the ground state.")
    Optional<Integer> excited = Optional.empty();

    @Option(
            names = "--excited-ansatz",
            paramLabel = "ANSATZ",
            description = "The family of the states above the ground state (default: --ansatz).")
    Optional<String> excitedAnsatz = Optional.empty();

    @Option(
            names = "--excited-project",
            paramLabel = "SYMMETRIES",
            description =
                    "The symmetries onto which the states above the ground state are projected, or \"none\" (default:"
                            + " --project).")
    Optional<String> excitedProject = Optional.empty();

    @Option(
            names = "--penalty",
            paramLabel = "X",
            description =
                    "With --excited, what a state loses by lying along a lower one; larger than the gap (default: 4 times"
                            + " the energy of a site).")
    Optional<Double> penalty = Optional.empty();

    /**
     * What was given on the command line.
     *
     * @param seed the seed, if it was given
     */
    public SolveSpec given(Optional<Long> seed) {
        if (marshall && noMarshall) {
            throw new InvalidInputException("--marshall and --no-marshall exclude each other");
        }
        return new SolveSpec(
                lattice,
                hamiltonian,
                ansatz,
                project,
                magnetisation,
                noMarshall ? Optional.of(false) : marshall ? Optional.of(true) : Optional.empty(),
                sampler,
                samples,
                chains,
                sweeps,
                finalSamples,
                steps,
                optimiser,
                learningRate,
                shift,
                momentum,
                lanczos ? Optional.of(true) : Optional.empty(),
                exact ? Optional.of(true) : Optional.empty(),
                excited,
                excitedAnsatz,
                excitedProject,
                penalty,
                seed);
    }
}
