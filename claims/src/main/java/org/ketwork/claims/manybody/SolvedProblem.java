package org.ketwork.claims.manybody;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Size;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.HeisenbergRing;
import org.ketwork.quantum.spectrum.IsingRing;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.estimate.Soundness;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.StepRule;
import org.ketwork.wavefunction.projection.ProjectedRbm;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.OrbitSum;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/**
 * A many-body problem whose ground energy is known, with a family that is to find it.
 *
 * @param exact ground energy, in Pauli matrices
 * @param mark the relative error that is to be beaten
 */
record SolvedProblem(
        String name,
        ConfigurationOperator hamiltonian,
        Rule rule,
        Ansatz family,
        double exact,
        double mark,
        Search search) {
    private static final int CHAINS = 64;
    static final int ISING_SITES = 20;
    private static final Lattice TORUS = Lattice.periodic(LatticeKind.SQUARE, 4, 4);
    private static final Spins TORUS_SPACE = Spins.withMagnetisation(16, 0);
    private static final double MAGNET = -44.91393283371543;
    private static final double FRUSTRATED = -33.83169340557936;

    /** How the parameters are looked for. Rates are stable below 2 over the width of the spectrum. */
    private sealed interface Search {
        /** On samples, with momentum, and steps that become smaller as their noise comes to matter; so many at quick size. */
        record Sampled(double rate, int steps) implements Search {}

        /** On the orbits of a symmetry that the family has: no noise, so that steps need not shrink. */
        record Summed(OrbitSum orbits, double rate) implements Search {}
    }

    /**
     * What was found.
     *
     * @param state the wavefunction
     * @param sampled the energy by an independent last sample
     * @param verdict whether the estimate can be believed
     */
    record Result(SolvedProblem problem, Wavefunction state, EnergyEstimate sampled, Soundness.Verdict verdict) {
        /** By sampling. */
        double relativeError() {
            return problem.relativeError(sampled.mean());
        }

        double vScore() {
            return sampled.vScore(problem.family.space().sites(), 0);
        }

        /**
         * The energy by summation over all configurations. Not by orbits: that is the energy which was minimised, and an error in them
         * would not be seen.
         */
        double summed(Workers workers) {
            return problem.energy(state, new FullSum(state.space()), workers).mean();
        }
    }

    double relativeError(double energy) {
        return (energy - exact) / Math.abs(exact);
    }

    static List<SolvedProblem> all(Size size) {
        return List.of(
                ising(),
                heisenbergRing(size.choose(16, 20, 20)),
                magnet("4 x 4", 0, symmetric(), MAGNET, 1e-5),
                magnet("4 x 4, J₂ = 0.5", 0.5, symmetric(), FRUSTRATED, 1e-4));
    }

    private static SolvedProblem ising() {
        return ising("Ising ring, N = " + ISING_SITES, Rbm.ofDensity(Spins.free(ISING_SITES), 1), 1e-4, 200);
    }

    /** With a family that knows no symmetry and, seen through Marshall's signs, is positive. */
    static SolvedProblem withoutSymmetry() {
        return magnet("4 x 4, J₂ = 0.5, no symmetry", 0.5, Rbm.ofDensity(TORUS_SPACE, 2), FRUSTRATED, 1e-4);
    }

    /** The Ising ring of 20 with a weaker family. */
    static SolvedProblem weak(String name, Ansatz family) {
        return ising(name, family, Double.POSITIVE_INFINITY, 60);
    }

    private static SolvedProblem ising(String name, Ansatz family, double mark, int steps) {
        return new SolvedProblem(
                name,
                Hamiltonians.transverseFieldIsing(
                        Lattice.periodic(LatticeKind.CHAIN, ISING_SITES), (Spins) family.space(), 1, 1),
                new Rule.LocalFlip(),
                family,
                new IsingRing(ISING_SITES, 1, 1).groundEnergy(),
                mark,
                new Search.Sampled(0.15, steps));
    }

    private static SolvedProblem heisenbergRing(int sites) {
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, sites);
        Spins space = Spins.withMagnetisation(sites, 0);
        return new SolvedProblem(
                "Heisenberg ring, N = " + sites,
                MarshallRotation.of(
                        Hamiltonians.heisenberg(ring, space), ring.sublattice().orElseThrow()),
                bonds(ring),
                Rbm.ofDensity(space, 1),
                new HeisenbergRing(sites).groundEnergy(),
                3.8e-4,
                new Search.Sampled(0.05, 150));
    }

    private static SolvedProblem magnet(String name, double j2, Ansatz family, double exact, double mark) {
        return new SolvedProblem(
                name,
                MarshallRotation.of(
                        Hamiltonians.j1j2(TORUS, TORUS_SPACE, 1, j2),
                        TORUS.sublattice().orElseThrow()),
                bonds(TORUS),
                family,
                exact,
                mark,
                family instanceof ProjectedRbm projected
                        ? new Search.Summed(new OrbitSum(TORUS_SPACE, projected.sector()), 0.02)
                        : new Search.Sampled(0.05, 100));
    }

    /** A complex machine with all symmetries of the torus, with which Marshall's signs agree. */
    private static ProjectedRbm symmetric() {
        GroupCharacter same = GroupCharacter.trivial(SymmetryGroup.spaceGroup(TORUS));
        return new ProjectedRbm(TORUS_SPACE, 8, new SymmetrySector(same, 1), true);
    }

    private static Rule bonds(Lattice lattice) {
        return new Rule.Exchange(lattice.edges().stream()
                .map(edge -> new int[] {edge.from(), edge.to()})
                .toList());
    }

    /** From fresh parameters. */
    Result solve(Conditions conditions) {
        return solve(family.initialise(conditions.random().at(name).at("parameters")), conditions);
    }

    Result solve(double[] start, Conditions conditions) {
        RandomAddress random = conditions.random().at(name);
        int samples = conditions.size().choose(1024, 2048, 4096);
        Sampler sampler = switch (search) {
            case Search.Sampled _ -> sampler(samples, random.at("chains"));
            case Search.Summed summed -> summed.orbits;
        };
        Minimisation minimisation = new Minimisation(
                family, LocalCost.energy(hamiltonian), step -> sampler, spec(conditions.size()), conditions.workers());
        double[] theta = minimisation
                .run(minimisation.start(start), (record, state) -> {})
                .theta();
        return measure(family.at(theta), 8 * samples, random.at("last"), conditions);
    }

    private MinimisationSpec spec(Size size) {
        return switch (search) {
            case Search.Sampled(double rate, int quick) -> {
                int steps = quick * size.choose(1, 2, 4);
                yield new MinimisationSpec(
                        steps,
                        new LearningRate.Cosine(rate, rate / 30, steps),
                        new StepRule.Reconfiguration(
                                Shift.decaying(1e-2, 1e-3, steps / 2), 0.8, Space.CHEAPER, new StepLimit.Angle(0.2)));
            }
            case Search.Summed(OrbitSum _, double rate) -> {
                int steps = size.choose(70, 150, 300);
                yield new MinimisationSpec(
                        steps,
                        LearningRate.constant(rate),
                        new StepRule.Reconfiguration(
                                Shift.decaying(1e-2, 1e-5, steps).in(Shift.Scale.MEAN_DIAGONAL),
                                0,
                                Space.CHEAPER,
                                new StepLimit.Angle(0.3)));
            }
        };
    }

    private Sampler sampler(int samples, RandomAddress address) {
        return new MarkovChains(family.space(), rule, Schedule.of(CHAINS, samples), address);
    }

    /** The energy of a state by chains of its own. */
    Result measure(Wavefunction wavefunction, int samples, RandomAddress address, Conditions conditions) {
        Workers workers = conditions.workers();
        EnergyEstimate sampled = energy(wavefunction, sampler(samples, address), workers);
        return new Result(this, wavefunction, sampled, Soundness.DEFAULT.judge(sampled, OptionalDouble.of(exact)));
    }

    private EnergyEstimate energy(Wavefunction wavefunction, Sampler sampler, Workers workers) {
        return EnergyEstimate.of(
                hamiltonian,
                wavefunction,
                sampler.draw(wavefunction, sampler.start(wavefunction, workers), 0, workers),
                workers);
    }

    /** All pairs at a distance along a ring. */
    static int[][] pairs(int sites, int distance) {
        int[][] pairs = new int[sites][];
        Arrays.setAll(pairs, i -> new int[] {i, (i + distance) % sites});
        return pairs;
    }
}
