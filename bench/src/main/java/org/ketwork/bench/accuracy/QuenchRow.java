package org.ketwork.bench.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ketwork.lab.report.NumberText;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.IsingRing;
import org.ketwork.wavefunction.ansatz.RbmSymmetric;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.dynamics.AlongX;
import org.ketwork.wavefunction.dynamics.Evolution;
import org.ketwork.wavefunction.dynamics.EvolutionSpec;
import org.ketwork.wavefunction.dynamics.StepControl;
import org.ketwork.wavefunction.dynamics.Time;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.estimate.Measurement;
import org.ketwork.wavefunction.reconfiguration.PseudoInverse;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/**
 * An Ising ring that begins with all spins along +x and moves under −Σ σᶻσᶻ − h Σ σˣ up to time 1, followed by a symmetric complex
 * restricted Boltzmann machine and held against free fermions: the largest distance of the magnetisation ⟨σˣ⟩ of a site from the exact
 * one, at all multiples of 0.1. Where the motion is sampled, the magnetisation is that of samples drawn for it alone.
 *
 * @param field h
 * @param features of the machine
 * @param samples of each stage of a step; none for the exact sum
 * @param cutOff of the equations of motion
 * @param tolerance of a step, an angle
 */
record QuenchRow(
        String name, int sites, double field, int features, Optional<Integer> samples, double cutOff, double tolerance)
        implements Row {
    private static final double LIMIT = 1e-3;
    private static final double END = 1;
    private static final double INTERVAL = 0.1;
    private static final int CHAINS = 400;
    private static final int WARM_UP = 50;
    private static final int BETWEEN = 3;
    /** Draws of a magnetisation, whose standard error is then a fifth of the limit. */
    private static final int MEASURED = 800_000;

    @Override
    public String title() {
        return "quench of the Ising ring N=" + sites + " to h=" + NumberText.of(field, 3);
    }

    @Override
    public String settings() {
        return "symmetric complex RBM alpha=%d, %s, cut-off %.0e, tolerance %.0e"
                .formatted(features, samples.map(n -> n + " samples a stage").orElse("exact sum"), cutOff, tolerance);
    }

    @Override
    public String aim() {
        return "magnetisation within " + NumberText.of(LIMIT, 2) + " up to t = 1";
    }

    @Override
    public double limit() {
        return LIMIT;
    }

    @Override
    public double seconds() {
        return Double.POSITIVE_INFINITY;
    }

    /** The value is the magnetisation that lies farthest from the exact one. */
    @Override
    public Result run(long seed, Path folder) {
        Spins space = Spins.free(sites);
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, sites);
        ConfigurationOperator hamiltonian = Hamiltonians.transverseFieldIsing(ring, space, 1, field);
        // −J Σ σᶻσᶻ − h Σ σˣ with J = 0 and h = −1/N is the mean of σˣ.
        ConfigurationOperator magnetisation = Hamiltonians.transverseFieldIsing(ring, space, 0, -1.0 / sites);
        IsingRing exact = new IsingRing(sites, 1, field);
        int[][] permutations = SymmetryGroup.translations(ring).permutations();
        RbmSymmetric family = new RbmSymmetric(space, features, permutations, true);
        EvolutionSpec spec =
                new EvolutionSpec(Time.REAL, END, INTERVAL, StepControl.of(tolerance), new PseudoInverse(cutOff));
        RandomAddress random = RandomAddress.root(seed);
        List<Result> stops = new ArrayList<>();
        long begun = System.nanoTime();
        try (Workers workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
            Sampler moving = sampler(space, samples, random.at("motion"));
            new Evolution(family, hamiltonian, List.of(), moving, spec, workers)
                    .run(AlongX.of(family), (record, state) -> {
                        if (record.stop()) {
                            Sampler measuring = sampler(space, samples.map(_ -> MEASURED), random.at("measurement"));
                            Wavefunction wavefunction = family.at(state.theta());
                            Sampler.Draw draw =
                                    measuring.draw(wavefunction, measuring.start(wavefunction, workers), 0, workers);
                            Sample sample = draw.sample();
                            LocalValues values =
                                    LocalValues.of(magnetisation, wavefunction, sample.configurations(), workers);
                            Measurement measured = Measurement.of(sample, values.re());
                            double wanted = exact.transverseMagnetisation(Double.POSITIVE_INFINITY, record.time());
                            stops.add(new Result(
                                    name,
                                    settings(),
                                    seed,
                                    measured.mean(),
                                    measured.standardError(),
                                    Math.abs(measured.mean() - wanted),
                                    Double.NaN,
                                    (System.nanoTime() - begun) * 1e-9,
                                    Optional.empty()));
                        }
                    });
        }
        Result worst =
                stops.stream().max(Comparator.comparingDouble(Result::distance)).orElseThrow();
        return new Result(
                name,
                settings(),
                seed,
                worst.value(),
                worst.error(),
                worst.distance(),
                Double.NaN,
                (System.nanoTime() - begun) * 1e-9,
                Optional.empty());
    }

    private static Sampler sampler(Spins space, Optional<Integer> samples, RandomAddress random) {
        return samples.<Sampler>map(n -> new MarkovChains(
                        space, new Rule.LocalFlip(), new Schedule(CHAINS, n, 1, WARM_UP, BETWEEN), random))
                .orElseGet(() -> new FullSum(space));
    }
}
