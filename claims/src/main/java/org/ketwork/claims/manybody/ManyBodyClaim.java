package org.ketwork.claims.manybody;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.special.Erf;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.HeisenbergRing;
import org.ketwork.quantum.spectrum.IsingRing;
import org.ketwork.wavefunction.ansatz.Jastrow;
import org.ketwork.wavefunction.ansatz.MeanField;
import org.ketwork.wavefunction.estimate.Finding;
import org.ketwork.wavefunction.estimate.Soundness;

/** Ground states found by sampling neural wavefunctions, against exact energies. */
public final class ManyBodyClaim implements Claim {
    /** Of five standard errors, on both sides. */
    private static final double ALPHA = 5.74e-7;

    private static final double SURE = 5;

    /** Energy of the best product state of the Ising ring at h = J: −N(J + h²/4J). */
    private static final double PRODUCT = -1.25 * SolvedProblem.ISING_SITES;
    /**
     * Energy of the best two couplings, of nearest and next-nearest neighbours, by summation over all configurations: a relative error of
     * 7.496e-3. NetKet's tutorial on the Ising ring has 7.4e-3 by sampling.
     */
    private static final double PAIRS = -25.2999185628;

    private static final double[] FIELDS = {0.5, 1, 2};
    private static final int[] ISING_SITES = {10, 16, 20, 32, 40, 80, 100};
    private static final double[][] ISING = {
        {-10.635604409348, -12.784906442999, -21.271208818696},
        {-17.016712496347, -20.404594474757, -34.033424992695},
        {-21.270888306919, -25.490989686365, -42.541776613839},
        {-34.033421119168, -40.760032494192, -68.066842238336},
        {-42.541776398935, -50.942674114257, -85.083552797869},
        {-85.083552797869, -101.865708857905, -170.167105595738},
        {-106.354440997336, -127.329190612001, -212.708881994673}
    };
    private static final int[] HEISENBERG_SITES = {4, 8, 16, 20, 22, 40, 80, 100, 200};
    private static final double[] HEISENBERG = {
        -8,
        -14.60437363575,
        -28.56918544247,
        -35.61754611951,
        -39.14752260706,
        -70.98609115333,
        -141.84830459889,
        -177.29182830037,
        -354.53421300897
    };

    private static final Declaration DECLARATION = new Declaration(
            "many-body",
            "Neural wavefunctions solve strongly coupled many-body problems.",
            "founding document 003; Carleo and Troyer, Science 355, 602 (2017)",
            "The energy ⟨ψ|H|ψ⟩/⟨ψ|ψ⟩ is minimised by stochastic reconfiguration. Rings: Boltzmann machines with α = 1 on samples of |ψ|²;"
                    + " the Heisenberg ring with Marshall's signs. 4 x 4: with Marshall's signs, a complex machine of 8 hidden units summed"
                    + " over translations, rotations and reflections, even under the flip of all spins, by exact summation over the 107"
                    + " orbits of these symmetries; it has 256 real parameters, more than such a state has amplitudes. Steps and samples were chosen after pilots, of which one with"
                    + " fewer missed the mark of the Ising ring (1.4e-4); the marks were not changed. The state found is measured"
                    + " twice: by summation over all configurations, which has no error, and on an independent sample. Relative error"
                    + " (E − E₀)/|E₀|, V-score N Var/E². Exact energies by free fermions, Bethe ansatz and diagonalisation.",
            List.of(
                    new Prediction(
                            "energies",
                            "each relative error is below its mark. Ising ring: 1e-4, machines with α = 1 being published with 5.9e-5 on 32"
                                    + " spins; Heisenberg ring: 3.8e-4, as published with α = 1 on 20 spins; 4 x 4: 1e-5, a residual network"
                                    + " with symmetry being published with 6.3e-6; 4 x 4 with J₂ = 0.5: 1e-4, published are 3.9e-2 (pairs),"
                                    + " 2.4e-2 (machine without symmetry), 1.5e-3 (residual network)",
                            "the energy of any problem by summation is not below its mark"),
                    new Prediction(
                            "sound",
                            "every sampled estimate passes: mixed chains, enough independent draws, within 5 standard errors of the sum over"
                                    + " all configurations",
                            "an estimate is reported as broken, or lies further away: by chance in 1 of 400000 runs"),
                    new Prediction(
                            "beats-pairs",
                            "on the Ising ring the machine lies below every product state, and every state of correlations of nearest and"
                                    + " next-nearest neighbours",
                            "its energy by summation is not below the best energies of these families")),
            List.of(
                    new Control(
                            "mean-field",
                            "a product state of the Ising ring of 20 must miss by 1.9e-2, as −N(J + h²/4J) says, to 5 standard errors and"
                                    + " 2 % of it"),
                    new Control(
                            "jastrow",
                            "two pair couplings on the same ring must miss by 7.5e-3, as summation over all configurations says, to the same"),
                    new Control(
                            "without-symmetry",
                            "a positive machine without symmetry, α = 2, must not reach the mark of 4 x 4 with J₂ = 0.5: Marshall's rule is"
                                    + " not the sign of that state"),
                    new Control(
                            "frozen",
                            "chains in a spin glass of strong random couplings, where they freeze, must be reported as broken")),
            ALPHA,
            "Trust an energy that comes with a small V-score and a sound verdict; compare it with a product state and a pair state on the"
                    + " same problem before believing that the network was needed. Put in the symmetries that are known: without them the"
                    + " frustrated magnet was out of reach.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        enterGoldens(evidence);
        List<SolvedProblem.Result> results = new ArrayList<>();
        List<Double> reached = new ArrayList<>();
        boolean solved = true;
        boolean sound = true;
        StringBuilder errors = new StringBuilder();
        StringBuilder doubts = new StringBuilder();
        for (SolvedProblem problem : SolvedProblem.all(conditions.size())) {
            SolvedProblem.Result result = problem.solve(conditions);
            results.add(result);
            double summed = result.summed(conditions.workers());
            reached.add(problem.relativeError(summed));
            double z = (result.sampled().mean() - summed) / result.sampled().standardError();
            double p = Erf.erfc(Math.abs(z) / Math.sqrt(2));
            evidence.test(
                    problem.name() + ": sampled energy against the sum",
                    z,
                    p,
                    ALPHA,
                    result.sampled().mean() - summed);
            solved &= reached.getLast() < problem.mark();
            errors.append(text(" %s: %.1e, V-score %.1e;", problem.name(), reached.getLast(), result.vScore()));
            if (result.verdict() instanceof Soundness.Broken broken) {
                sound = false;
                doubts.append(' ').append(problem.name()).append(": ").append(sentences(broken));
            }
            if (p < ALPHA) {
                sound = false;
                doubts.append(text(" %s: %.1f standard errors from the sum.", problem.name(), z));
            }
        }
        evidence.finding("energies", solved, "relative errors" + errors);
        evidence.finding(
                "sound", sound, sound ? "all " + results.size() + " estimates pass" : "not to be believed:" + doubts);

        Spins ring = Spins.free(SolvedProblem.ISING_SITES);
        double[] magnetised = new double[SolvedProblem.ISING_SITES];
        // Next to the uniform state, a saddle, it would take long to find which way to turn.
        Arrays.fill(magnetised, 0.4);
        SolvedProblem.Result product =
                SolvedProblem.weak("mean field", new MeanField(ring, false)).solve(magnetised, conditions);
        SolvedProblem.Result pairs = SolvedProblem.weak(
                        "pairs",
                        new Jastrow(
                                ring,
                                List.of(
                                        SolvedProblem.pairs(SolvedProblem.ISING_SITES, 1),
                                        SolvedProblem.pairs(SolvedProblem.ISING_SITES, 2)),
                                false))
                .solve(conditions);
        double bestProduct = product.problem().relativeError(PRODUCT);
        double bestPairs = pairs.problem().relativeError(PAIRS);
        evidence.number("Ising ring, N = 20: what the best product state misses", bestProduct, 1.926e-2, 5.1e-6);
        evidence.number("Ising ring, N = 20: what the best two pair couplings miss", bestPairs, 7.4956e-3, 5.1e-8);
        evidence.finding(
                "beats-pairs",
                reached.getFirst() < bestPairs && reached.getFirst() < bestProduct,
                text(
                        "relative error %.1e for %.4e (best pairs) and %.4e (best product)",
                        reached.getFirst(), bestPairs, bestProduct));
        evidence.control("mean-field", near(product, PRODUCT), missed(product, PRODUCT));
        evidence.control("jastrow", near(pairs, PAIRS), missed(pairs, PAIRS));
        SolvedProblem.Result plain = SolvedProblem.withoutSymmetry().solve(conditions);
        double blind = plain.problem().relativeError(plain.summed(conditions.workers()));
        evidence.control(
                "without-symmetry",
                blind > plain.problem().mark(),
                text("relative error %.1e, V-score %.1e", blind, plain.vScore()));
        Jastrow glass = Jastrow.longRange(ring, false);
        double[] couplings = new double[glass.parameterCount()];
        conditions.random().at("glass").fillNormal(couplings);
        Arrays.setAll(couplings, k -> 5 * couplings[k]);
        SolvedProblem.Result frozen = SolvedProblem.weak("frozen", glass)
                .measure(glass.at(couplings), 1024, conditions.random().at("frozen"), conditions);
        evidence.control(
                "frozen",
                frozen.verdict() instanceof Soundness.Broken,
                frozen.verdict() instanceof Soundness.Broken broken ? sentences(broken) : "passed as sound");

        List<String> names = new ArrayList<>();
        results.forEach(result -> names.add(result.problem().name()));
        names.addAll(List.of("4 x 4, J₂ = 0.5, no symmetry", "mean field, Ising ring", "pairs, Ising ring"));
        reached.addAll(List.of(blind, bestProduct, bestPairs));
        evidence.figure(figure(names, reached));
        return evidence.conclude("Relative errors:" + errors
                + text(
                        " without symmetry the last has %.1e; on the Ising ring mean field has %.1e and pairs %.1e.",
                        blind, product.relativeError(), pairs.relativeError()));
    }

    /** Whether sampling says that a weak family reached its best energy, to 5 standard errors and 2 % of what it misses. */
    private static boolean near(SolvedProblem.Result result, double best) {
        double missed = best - result.problem().exact();
        return Math.abs(result.sampled().mean() - best)
                < SURE * result.sampled().standardError() + 0.02 * missed;
    }

    private static String missed(SolvedProblem.Result result, double best) {
        return text(
                "relative error %.2e, energy %.4f ± %.4f for %.4f",
                result.relativeError(),
                result.sampled().mean(),
                result.sampled().standardError(),
                best);
    }

    private static String sentences(Soundness.Broken broken) {
        return broken.findings().stream().map(Finding::sentence).collect(Collectors.joining(" "));
    }

    private static void enterGoldens(Evidence.Builder evidence) {
        for (int i = 0; i < ISING_SITES.length; i++) {
            for (int k = 0; k < FIELDS.length; k++) {
                double energy = new IsingRing(ISING_SITES[i], 1, FIELDS[k]).groundEnergy();
                evidence.number(
                        "Ising ring, N = " + ISING_SITES[i] + ", h = " + FIELDS[k],
                        energy,
                        ISING[i][k],
                        5.1e-12 + 1e-14 * Math.abs(energy));
            }
        }
        for (int sites : ISING_SITES) {
            evidence.number(
                    "Ising ring, N = " + sites + ", h = 1, against −2/sin(π/2N)",
                    new IsingRing(sites, 1, 1).groundEnergy(),
                    -2 / Math.sin(Math.PI / (2 * sites)),
                    1e-13 * sites);
        }
        for (int i = 0; i < HEISENBERG_SITES.length; i++) {
            double energy = new HeisenbergRing(HEISENBERG_SITES[i]).groundEnergy();
            evidence.number(
                    "Heisenberg ring, N = " + HEISENBERG_SITES[i],
                    energy,
                    HEISENBERG[i],
                    5.1e-12 + 1e-12 * Math.abs(energy));
        }
    }

    private static Figure figure(List<String> names, List<Double> errors) {
        return new Figure.Bars(
                "many-body-errors",
                "Correct digits of the energy, −log₁₀ of the relative error by summation, of machines and, last, of the best product state"
                        + " and the best pair state of the Ising ring.",
                Figure.Axis.linear("correct digits, −log₁₀ of the relative error"),
                names,
                List.of(new Figure.BarSeries(
                        "digits",
                        errors.stream()
                                .mapToDouble(error -> -Math.log10(Math.max(1e-15, error)))
                                .toArray(),
                        Optional.empty())));
    }
}
