package org.ketwork.claims.manybody;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ketwork.claims.manybody.ConvolutionalCircuit.Reading;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.numerics.statistics.TrendTests;
import org.ketwork.quantum.measure.SchmidtSpectrum;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;

/** Schmidt spectra of network states cut in two: of Boltzmann machines by their couplings, of circuits by how often they read a spin. */
public final class RbmEntanglementClaim implements Claim {
    private static final double ALPHA = 1e-3;
    /** Of Schmidt weights, relative to the largest: the square of what rounding leaves of singular values. */
    private static final double RANK = 1e-24;

    /**
     * Circuits of 16 spins. The least Schmidt weight is lost in rounding in 29 % of them (439 of 1500), and in all of these 12 once in 2
     * million times; that of circuits of 8 spins and 4 channels in 7 % if they read twice, in all 4 of the quick size once in 40000 times.
     */
    private static final int DEEP = 12;

    private static final double EXACT = 1e-10;
    /** Deviation of the weights of random short-range machines, in both parts. */
    private static final double STRONG = 1;

    private static final int[] RANGES = {1, 2, 3};
    private static final double LN2 = Math.log(2);

    private static final Declaration DECLARATION = new Declaration(
            "rbm-entanglement",
            "The range of its couplings decides how much entanglement a Boltzmann-machine state holds: an area law for short range, up"
                    + " to a full volume law for long range. In convolutional circuits it is reading a spin more than once that"
                    + " enlarges it.",
            "founding document 003; Deng, Li and Das Sarma, Phys. Rev. X 7, 021021 (2017); Levine, Sharir, Cohen and Shashua, Phys. Rev."
                    + " Lett. 122, 065301 (2019)",
            "ψ(v) = Π_j 2cosh(Σ_i W_ji v_i). Each hidden unit coupled to both sides of a cut is a sum of two products, so that the Schmidt"
                    + " rank is at most 2^(units across the cut). Short range R: unit j is coupled to v_j, ..., v_{j+R} of an open chain,"
                    + " weights normal with deviation 1 in both parts. Random machine: n units coupled to all, weights normal with"
                    + " deviation 2/(5√n) in both parts. Circuits: r channels, normal weights, layers that halve the places and multiply"
                    + " the images of a window; windows of two that are disjoint, windows of three that share a place with the next,"
                    + " or disjoint windows over the spins written twice. Entropies in nats.",
            List.of(
                    new Prediction(
                            "rank-bound",
                            "no cut has a Schmidt rank above 2^(hidden units across it)",
                            "a Schmidt rank above it, at any cut of any machine"),
                    new Prediction(
                            "area-law",
                            "a machine of range R has S ≤ R ln 2 at every cut, at every length",
                            "an entropy above R ln 2"),
                    new Prediction(
                            "volume-law",
                            "n/2 hidden units with two couplings each reach S = (n/2) ln 2, the most there is",
                            "any other entropy, by 1e-10"),
                    new Prediction(
                            "random-volume",
                            "the entropy of random machines grows with n",
                            "the trend test does not reject that it does not"),
                    new Prediction(
                            "random-below-page",
                            "the entropy of random machines is less than half of Page's mean of random states",
                            "the t-test of their ratio against 1/2 does not reject"),
                    new Prediction(
                            "re-use",
                            "circuits of 8 spins whose windows overlap, or that read the spins twice, reach Schmidt ranks above r at the"
                                    + " middle, at every r from 2 to 8",
                            "for some r, the ranks of all circuits with overlap, or of all that read twice, are at most r")),
            List.of(
                    new Control(
                            "haar", "random states of the same size must reach Page's mean to four standard errors"),
                    new Control(
                            "long-range",
                            "machines coupled to all must be seen to break the bounds of range 3: rank 8 and 3 ln 2 of entropy"),
                    new Control(
                            "single-use",
                            "every circuit that reads each spin once must have rank r, and no other may have more than r min(r, 2) with"
                                    + " overlap and r(r+1)/2 when it reads twice")),
            ALPHA,
            "Count the hidden units across the worst cut: if 2^(their number) is below the Schmidt rank of the state you want, no training"
                    + " helps. Fresh random weights lie far below the entropy of thermal states: start volume-law problems from couplings"
                    + " of long range. In a convolutional net let windows overlap before you add channels.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        enterGoldens(evidence);
        RandomAddress random = conditions.random();
        int machines = conditions.size().choose(8, 30, 100);
        double[] lengths =
                conditions.size().choose(0, 1, 1) == 0 ? new double[] {6, 8, 10, 12} : new double[] {6, 8, 10, 12, 14};

        boolean bounded = true;
        double worst = 0;
        int cuts = 0;
        List<Figure.Curve> curves = new ArrayList<>();
        for (int range : RANGES) {
            double[] largest = new double[lengths.length];
            int rank = 0;
            for (int l = 0; l < lengths.length; l++) {
                int n = (int) lengths[l];
                for (int m = 0; m < machines; m++) {
                    SparseMachine machine = SparseMachine.shortRange(
                            n, range, STRONG, random.at("short range").at(range, n, m));
                    Ket state = machine.state();
                    for (int left = 1; left < n; left++, cuts++) {
                        SchmidtSpectrum spectrum = SchmidtSpectrum.ofQubits(state, left);
                        bounded &= spectrum.rank(RANK) <= 1 << machine.crossing(left);
                        rank = Math.max(rank, spectrum.rank(RANK));
                        largest[l] = Math.max(largest[l], spectrum.entropy());
                    }
                }
                worst = Math.max(worst, largest[l] / (range * LN2));
            }
            evidence.number("largest Schmidt rank, range " + range, rank, 1 << range, 0);
            curves.add(Figure.Curve.line("range " + range + ", largest of " + machines, lengths, largest));
        }
        evidence.finding("rank-bound", bounded, cuts + " cuts of random machines of range 1, 2 and 3");
        evidence.finding("area-law", worst <= 1 + EXACT, text("largest entropy %.4f of R ln 2", worst));

        double gap = 0;
        double[] most = new double[lengths.length];
        for (int l = 0; l < lengths.length; l++) {
            int n = (int) lengths[l];
            most[l] = half(SparseMachine.bellPairs(n).state(), n).entropy();
            gap = Math.max(gap, Math.abs(most[l] - n / 2 * LN2));
        }
        evidence.finding("volume-law", gap < EXACT, text("largest distance from (n/2) ln 2: %.1e", gap));

        double[][] entropies = new double[lengths.length][machines];
        double[] shares = new double[lengths.length * machines];
        double[] mean = new double[lengths.length];
        double[] page = new double[lengths.length];
        for (int l = 0; l < lengths.length; l++) {
            int n = (int) lengths[l];
            page[l] = SchmidtSpectrum.pageEntropy(1 << n / 2, 1 << n / 2);
            for (int m = 0; m < machines; m++) {
                SparseMachine machine = SparseMachine.longRange(
                        n, 0.4 / Math.sqrt(n), random.at("random").at(n, m));
                SchmidtSpectrum spectrum = half(machine.state(), n);
                entropies[l][m] = spectrum.entropy();
                shares[l * machines + m] = entropies[l][m] / page[l];
                mean[l] += entropies[l][m] / machines;
            }
        }
        TestResult growth = TrendTests.jonckheere(entropies);
        evidence.test("entropy of random machines grows with n", growth, ALPHA);
        evidence.finding(
                "random-volume",
                growth.rejects(ALPHA),
                text(
                        "mean %.3f at n = %.0f, %.3f at n = %.0f; p = %.1e",
                        mean[0], lengths[0], mean[mean.length - 1], lengths[lengths.length - 1], growth.p()));
        TestResult below = PairedTests.t(shares, 0.5, Alternative.LESS);
        evidence.test("random machines against half of Page's mean", below, ALPHA);
        double share = Estimate.of(shares).mean();
        evidence.finding(
                "random-below-page",
                below.rejects(ALPHA),
                text("%.1f %% of Page's mean; p = %.1e", 100 * share, below.p()));

        int n = 10;
        double[] haar = new double[20 * machines];
        for (int m = 0; m < haar.length; m++) {
            double[] amplitudes = new double[2 << n];
            random.at("haar").at(m).fillNormal(amplitudes);
            Ket state =
                    Ket.normalised(Arrays.copyOf(amplitudes, 1 << n), Arrays.copyOfRange(amplitudes, 1 << n, 2 << n));
            haar[m] = half(state, n).entropy();
        }
        Estimate reached = Estimate.of(haar);
        double z = reached.z(SchmidtSpectrum.pageEntropy(32, 32));
        evidence.control("haar", Math.abs(z) < 4, text("mean %.5f, z = %.2f", reached.mean(), z));
        SchmidtSpectrum all =
                half(SparseMachine.longRange(n, STRONG, random.at("all")).state(), n);
        boolean broken = all.rank(RANK) > 8;
        SchmidtSpectrum bell = half(SparseMachine.bellPairs(n).state(), n);
        evidence.control(
                "long-range",
                broken && bell.entropy() > 3 * LN2,
                text(
                        "rank %d of a random machine coupled to all, entropy %.4f of Bell pairs",
                        all.rank(RANK), bell.entropy()));

        double[] ranks =
                reuse(evidence, random.at("circuits"), conditions.size().choose(4, 10, 30));

        curves.add(Figure.Curve.line("Bell pairs: n/2 units, n couplings", lengths, most));
        curves.add(Figure.Curve.line("random machine, mean", lengths, mean));
        curves.add(Figure.Curve.background("Page's mean of random states", lengths, page));
        evidence.figure(new Figure.Curves(
                "rbm-entanglement",
                "Entropy of entanglement against the number of spins: machines of short range stay below R ln 2, Bell pairs over half the"
                        + " system take all there is, random weights rise slowly and lie far below random states.",
                Figure.Axis.linear("spins n"),
                Figure.Axis.linear("entropy S (nats)"),
                curves,
                List.of()));
        return evidence.conclude(text(
                "At %d cuts the Schmidt rank stays at or below 2^(units across); range R gives ranks 2, 4, 8, Bell pairs reach (n/2) ln 2 to"
                        + " %.0e, random weights %.0f %% of Page's mean. Circuits of 4 channels reach rank %.0f, %.0f with"
                        + " overlap, %.0f when they read twice.",
                cuts, gap, 100 * share, ranks[0], ranks[1], ranks[2]));
    }

    /** Ranks of convolutional circuits by how often they read a spin; returns the largest of four channels, by reading. */
    private static double[] reuse(Evidence.Builder evidence, RandomAddress random, int circuits) {
        double[] channels = {1, 2, 3, 4, 5, 6, 7, 8};
        boolean bounded = true;
        boolean above = true;
        List<Figure.Curve> curves = new ArrayList<>();
        List<String> reached = new ArrayList<>();
        double[] ofFour = new double[Reading.values().length];
        for (Reading reading : Reading.values()) {
            double[] largest = new double[channels.length];
            for (int k = 0; k < channels.length; k++) {
                int r = (int) channels[k];
                ConvolutionalCircuit circuit = new ConvolutionalCircuit(8, r, reading);
                for (int m = 0; m < circuits; m++) {
                    int rank = half(circuit.state(random.at(reading.name()).at(r, m)), 8)
                            .rank(RANK);
                    bounded &= reading == Reading.ONCE ? rank == circuit.bound() : rank <= circuit.bound();
                    largest[k] = Math.max(largest[k], rank);
                }
                above &= reading == Reading.ONCE || r == 1 || largest[k] > r;
            }
            String name = reading.name().toLowerCase(Locale.ROOT);
            curves.add(Figure.Curve.line(name, channels, largest));
            reached.add(text("%s %.0f, %.0f, %.0f", name, largest[1], largest[3], largest[7]));
            ofFour[reading.ordinal()] = largest[3];
        }
        evidence.number("circuits of 8 spins, 4 channels, read once: largest Schmidt rank", ofFour[0], 4, 0);
        evidence.number("circuits of 8 spins, 4 channels, overlapping: largest Schmidt rank", ofFour[1], 8, 0);
        evidence.number("circuits of 8 spins, 4 channels, read twice: largest Schmidt rank", ofFour[2], 10, 0);
        int deep = 0;
        for (int m = 0; m < DEEP; m++) {
            ConvolutionalCircuit circuit = new ConvolutionalCircuit(16, 2, Reading.OVERLAPPING);
            deep = Math.max(
                    deep, half(circuit.state(random.at("deep").at(m)), 16).rank(RANK));
        }
        evidence.number("circuits of 16 spins, 2 channels, overlapping: largest Schmidt rank", deep, 8, 0);
        evidence.finding("re-use", above, "largest ranks at 2, 4, 8 channels: " + String.join("; ", reached));
        evidence.control(
                "single-use", bounded, 3 * channels.length * circuits + " circuits of 8 spins, with 1 to 8 channels");
        curves.add(Figure.Curve.background(
                "most there is: 2^(n/2)",
                new double[] {channels[0], channels[channels.length - 1]},
                new double[] {16, 16}));
        evidence.figure(new Figure.Curves(
                "circuit-ranks",
                "Largest Schmidt rank of random convolutional circuits of 8 spins at the middle: r channels give rank r while each spin is"
                        + " read once, 2r if windows of three overlap, r(r+1)/2 if the spins are read twice.",
                Figure.Axis.linear("channels r"),
                Figure.Axis.linear("Schmidt rank"),
                curves,
                List.of()));
        return ofFour;
    }

    private static SchmidtSpectrum half(Ket state, int n) {
        return SchmidtSpectrum.ofQubits(state, n / 2);
    }

    private static void enterGoldens(Evidence.Builder evidence) {
        SparseMachine pairs = SparseMachine.bellPairs(8);
        SchmidtSpectrum spectrum = half(pairs.state(), 8);
        evidence.number("Bell pairs of 8 spins: entropy", spectrum.entropy(), 2.772589, 5e-7);
        evidence.number("Bell pairs of 8 spins: Schmidt rank", spectrum.rank(RANK), 16, 0);
        evidence.number("Bell pairs of 8 spins: couplings", pairs.couplings(), 8, 0);
        double[] page = {1.0 / 3, 0.922396, 1.588534, 2.274866, 2.966305};
        for (int k = 0; k < page.length; k++) {
            int m = 2 << k;
            evidence.number(
                    "Page's mean for " + m + " x " + m,
                    SchmidtSpectrum.pageEntropy(m, m),
                    page[k],
                    k == 0 ? 1e-15 : 5.1e-7);
        }
        evidence.number("GHZ state of 8, entropy", half(States.ghz(8), 8).entropy(), LN2, EXACT);
        evidence.number("W state of 8, entropy", half(States.w(8), 8).entropy(), LN2, EXACT);
    }
}
