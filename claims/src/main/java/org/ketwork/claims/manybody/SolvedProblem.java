package org.ketwork.claims.manybody;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Size;
import org.ketwork.lab.claim.Wording;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
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
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/**
 * A many-body problem whose ground energy is known, with a family that is to find it.
 *
 * @param exact ground energy, in Pauli matrices
 * @param published the relative error that a plain machine is known to reach, or a small multiple of it: what must be beaten
 * @param rate of learning at first; stable below 2 over the width of the spectrum
 */
record SolvedProblem(
        String name,
        ConfigurationOperator hamiltonian,
        Rule rule,
        Ansatz family,
        double exact,
        double published,
        double rate) {
    private static final int CHAINS = 64;

    /** What sampling found: the estimate of an independent last sample, and whether it can be believed. */
    record Result(SolvedProblem problem, EnergyEstimate energy, Soundness.Verdict verdict) {
        double relativeError() {
            return (energy.mean() - problem.exact) / Math.abs(problem.exact);
        }

        double vScore() {
            return energy.vScore(problem.family.space().sites(), 0);
        }
    }

    static List<SolvedProblem> all(Size size) {
        return List.of(
                ising(size.choose(16, 20, 40)),
                heisenbergRing(size.choose(16, 16, 40)),
                magnet(0, -44.91393283371543, 1e-2),
                magnet(0.5, -33.83169340557936, 3.9e-2));
    }

    private static SolvedProblem ising(int sites) {
        Spins space = Spins.free(sites);
        return new SolvedProblem(
                "Ising ring, N = " + sites,
                Hamiltonians.transverseFieldIsing(Lattice.periodic(LatticeKind.CHAIN, sites), space, 1, 1),
                new Rule.LocalFlip(),
                Rbm.ofDensity(space, 1),
                new IsingRing(sites, 1, 1).groundEnergy(),
                1e-3,
                0.1);
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
                4e-3,
                0.05);
    }

    /** On 4 x 4 sites, by a positive machine seen through Marshall's signs, which with frustration are not quite those of the state. */
    private static SolvedProblem magnet(double j2, double exact, double published) {
        Lattice square = Lattice.periodic(LatticeKind.SQUARE, 4, 4);
        Spins space = Spins.withMagnetisation(16, 0);
        return new SolvedProblem(
                Wording.text("4 x 4, J₂ = %.1f", j2),
                MarshallRotation.of(
                        Hamiltonians.j1j2(square, space, 1, j2),
                        square.sublattice().orElseThrow()),
                bonds(square),
                Rbm.ofDensity(space, 2),
                exact,
                published,
                0.05);
    }

    private static Rule bonds(Lattice lattice) {
        return new Rule.Exchange(lattice.edges().stream()
                .map(edge -> new int[] {edge.from(), edge.to()})
                .toList());
    }

    /** From fresh parameters. */
    Result solve(int steps, Conditions conditions) {
        return solve(family.initialise(conditions.random().at(name).at("parameters")), steps, conditions);
    }

    Result solve(double[] start, int steps, Conditions conditions) {
        RandomAddress random = conditions.random().at(name);
        int samples = conditions.size().choose(512, 1024, 2048);
        Sampler sampler = sampler(samples, random.at("chains"));
        MinimisationSpec spec = new MinimisationSpec(
                steps,
                new LearningRate.Cosine(rate, rate / 10, steps),
                new StepRule.Reconfiguration(
                        Shift.decaying(1e-2, 1e-3, steps / 2), 0.8, Space.CHEAPER, new StepLimit.Angle(0.2)));
        Minimisation minimisation =
                new Minimisation(family, LocalCost.energy(hamiltonian), step -> sampler, spec, conditions.workers());
        double[] theta = minimisation
                .run(minimisation.start(start), (record, state) -> {})
                .theta();
        return measure(family.at(theta), 16 * samples, random.at("last"), conditions);
    }

    private Sampler sampler(int samples, RandomAddress address) {
        return new MarkovChains(family.space(), rule, Schedule.of(CHAINS, samples), address);
    }

    /** The energy of a state by chains of its own. */
    Result measure(Wavefunction wavefunction, int samples, RandomAddress address, Conditions conditions) {
        Sampler sampler = sampler(samples, address);
        Sampler.Draw draw =
                sampler.draw(wavefunction, sampler.start(wavefunction, conditions.workers()), 0, conditions.workers());
        EnergyEstimate energy = EnergyEstimate.of(hamiltonian, wavefunction, draw, conditions.workers());
        return new Result(this, energy, Soundness.DEFAULT.judge(energy, OptionalDouble.of(exact)));
    }

    /** The Ising ring of 20 with another family: what a weaker one misses. */
    static SolvedProblem weak(String name, Ansatz family) {
        SolvedProblem ring = ising(20);
        return new SolvedProblem(name, ring.hamiltonian, ring.rule, family, ring.exact, 0, ring.rate);
    }

    /** All pairs at a distance along a ring. */
    static int[][] pairs(int sites, int distance) {
        int[][] pairs = new int[sites][];
        Arrays.setAll(pairs, i -> new int[] {i, (i + distance) % sites});
        return pairs;
    }
}
