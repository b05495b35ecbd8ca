package org.ketwork.claims.complementarity;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.measure.Uncertainty;
import org.ketwork.quantum.measurement.MutuallyUnbiasedBases;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/** Uncertainty relations for features that are read in the neuron basis and in a transformed one. */
public final class TwoBasesClaim implements Claim {
    private static final double ALPHA = 0.01;
    private static final double TOLERANCE = 1e-10;
    private static final double BIT = Math.log(2);
    private static final int UNITS = FeatureKets.UNITS;

    private static final Declaration DECLARATION = new Declaration(
            "two-bases",
            "Uncertainty relations bind features that are read in two bases.",
            "Founding document 000, section 3.4 and 5.3 (co-measurability); Maassen and Uffink, Phys. Rev. Lett. 60, 1103 (1988); Donoho"
                    + " and Stark, SIAM J. Appl. Math. 49, 906 (1989)",
            "A feature vector, divided by its norm, is a ket; p_i = |⟨b_i|ψ⟩|² is its profile in a basis. H(Z) + H(F) ≥ −ln max"
                    + " |⟨z|f⟩|² (= ln d for neuron and Hadamard or Fourier basis), |supp Z| |supp F| ≥ d, and over all d + 1"
                    + " unbiased bases the sum of p² is 1 + Tr ρ².",
            List.of(
                    new Prediction(
                            "entropies",
                            "No feature vector, of data, of a network, or random, has H(Z) + H(F) below ln d.",
                            "one of them lies below by more than 1e-10"),
                    new Prediction(
                            "equality",
                            "Basis states, and picket fences for Fourier, reach ln d.",
                            "one of them misses it by more than 1e-10"),
                    new Prediction(
                            "supports",
                            "The supports in the neuron and the Fourier basis have a product of at least d.",
                            "one product is smaller"),
                    new Prediction(
                            "budget",
                            "Over all unbiased bases of dimension 2, 3 and 5 the squared probabilities of random states sum to 1 + purity.",
                            "one sum differs by more than 1e-10")),
            List.of(
                    new Control(
                            "one basis twice",
                            "Read twice in the same basis, basis states have no uncertainty at all."),
                    new Control(
                            "bases that nearly agree",
                            "For a small rotation of the basis sums below ln d occur, but none below the bound of that rotation."),
                    new Control("a basis missing", "Without one of the bases the budget does not add up.")),
            ALPHA,
            "A code that is sparse in the neurons cannot be sparse in their Hadamard or Fourier combinations: choose one basis to prune"
                    + " or probe in, and expect the other to spread over at least d / s units.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        numbers(evidence);
        List<FeatureKets.Source> sources = FeatureKets.of(conditions);
        double smallest = entropies(evidence, sources);
        double missed = equality(evidence);
        supports(evidence, sources);
        UnbiasedBudget.enter(evidence, conditions);
        controls(evidence, conditions);
        return evidence.conclude(text(
                "%d feature vectors of %d units have H(Z) + H(F) of at least %.3f nats, with ln d = %.3f; basis states and picket"
                        + " fences miss ln d by at most %.1e.",
                sources.stream().mapToInt(s -> s.kets().size()).sum(), UNITS, smallest, Math.log(UNITS), missed));
    }

    private static void numbers(Evidence.Builder evidence) {
        ComplexMatrix identity = ComplexMatrix.identity(8);
        evidence.number(
                "bound of neuron and Hadamard basis, d = 8, bits",
                Uncertainty.maassenUffinkBound(identity, Operators.hadamard(3)) / BIT,
                3,
                1e-12);
        evidence.number(
                "bound of neuron and Fourier basis, d = 8, bits",
                Uncertainty.maassenUffinkBound(identity, Operators.fourier(8)) / BIT,
                3,
                1e-12);
        DensityMatrix zero = Ket.basis(2, 0).density();
        evidence.number(
                "Robertson, X and Y in |0>: product of deviations",
                Uncertainty.deviation(Pauli.X.matrix(), zero) * Uncertainty.deviation(Pauli.Y.matrix(), zero),
                1,
                1e-12);
        evidence.number(
                "Robertson, X and Y in |0>: bound",
                Uncertainty.robertsonBound(Pauli.X.matrix(), Pauli.Y.matrix(), zero),
                1,
                1e-12);
        List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(2);
        double z = Uncertainty.entropy(bases.get(0), zero);
        double x = Uncertainty.entropy(bases.get(1), zero);
        double y = Uncertainty.entropy(bases.get(2), zero);
        evidence.number("X and Z in |0>, bits", (x + z) / BIT, 1, 1e-12);
        evidence.number("three Paulis in |0>, bits", (x + y + z) / BIT, 2, 1e-12);
    }

    private static double entropies(Evidence.Builder evidence, List<FeatureKets.Source> sources) {
        ComplexMatrix neuron = ComplexMatrix.identity(UNITS);
        double smallest = Double.POSITIVE_INFINITY;
        List<Curve> curves = new ArrayList<>();
        for (FeatureKets.Source source : sources) {
            double[] z = new double[source.kets().size()];
            double[] f = new double[z.length];
            for (int i = 0; i < z.length; i++) {
                Ket ket = source.kets().get(i);
                z[i] = Uncertainty.entropy(neuron, ket);
                f[i] = Uncertainty.entropy(Operators.hadamard(6), ket);
                smallest = Math.min(smallest, z[i] + f[i]);
                smallest = Math.min(smallest, z[i] + Uncertainty.entropy(Operators.fourier(UNITS), ket));
            }
            curves.add(Curve.points(source.name(), z, f));
        }
        double bound = Math.log(UNITS);
        curves.add(Curve.line("bound: H(Z) + H(F) = ln 64", new double[] {0, bound}, new double[] {bound, 0}));
        evidence.finding(
                "entropies", smallest >= bound - TOLERANCE, text("smallest sum %.6f, bound %.6f", smallest, bound));
        evidence.figure(new Figure.Curves(
                "entropies",
                "Entropy of feature vectors in the neuron basis against that in the Hadamard basis; nothing lies below the line.",
                Axis.linear("H(Z), neuron basis (nats)"),
                Axis.linear("H(F), Hadamard basis (nats)"),
                curves,
                List.of()));
        return smallest;
    }

    /** Enters the finding and returns by how much a state that should reach ln d misses it. */
    private static double equality(Evidence.Builder evidence) {
        ComplexMatrix neuron = ComplexMatrix.identity(UNITS);
        ComplexMatrix fourier = Operators.fourier(UNITS);
        double worst = 0;
        for (int k = 0; k < UNITS; k++) {
            Ket ket = Ket.basis(UNITS, k);
            for (ComplexMatrix basis : List.of(Operators.hadamard(6), fourier)) {
                double sum = Uncertainty.entropy(neuron, ket) + Uncertainty.entropy(basis, ket);
                worst = Math.max(worst, Math.abs(sum - Math.log(UNITS)));
            }
        }
        for (int period = 1; period <= UNITS; period *= 2) {
            double sum = Uncertainty.entropy(neuron, fence(period)) + Uncertainty.entropy(fourier, fence(period));
            worst = Math.max(worst, Math.abs(sum - Math.log(UNITS)));
        }
        evidence.finding(
                "equality", worst <= TOLERANCE, text("basis states and fences miss ln d by at most %.1e", worst));
        return worst;
    }

    /** Every period-th unit on. */
    private static Ket fence(int period) {
        double[] units = new double[UNITS];
        for (int i = 0; i < UNITS; i += period) {
            units[i] = 1;
        }
        return Ket.normalised(units);
    }

    private static void supports(Evidence.Builder evidence, List<FeatureKets.Source> sources) {
        ComplexMatrix neuron = ComplexMatrix.identity(UNITS);
        ComplexMatrix fourier = Operators.fourier(UNITS);
        // Rounding leaves probabilities of about 1e-32 where there are none.
        double threshold = 1e-25;
        int smallest = Integer.MAX_VALUE;
        for (FeatureKets.Source source : sources) {
            for (Ket ket : source.kets()) {
                smallest = Math.min(
                        smallest,
                        Uncertainty.support(neuron, ket, threshold) * Uncertainty.support(fourier, ket, threshold));
            }
        }
        double[] on = new double[7];
        double[] spread = new double[7];
        for (int i = 0; i < on.length; i++) {
            on[i] = Uncertainty.support(neuron, fence(1 << i), threshold);
            spread[i] = Uncertainty.support(fourier, fence(1 << i), threshold);
            smallest = Math.min(smallest, (int) (on[i] * spread[i]));
        }
        evidence.finding(
                "supports", smallest >= UNITS, "smallest product of supports " + smallest + ", bound " + UNITS);
        evidence.figure(new Figure.Curves(
                "supports",
                "Units that are on against Fourier components that are on, for picket fences, which reach the bound.",
                Axis.log("units on"),
                Axis.log("Fourier components on"),
                List.of(
                        Curve.points("picket fences", on, spread),
                        Curve.line("bound: product 64", new double[] {1, UNITS}, new double[] {UNITS, 1})),
                List.of()));
    }

    private static void controls(Evidence.Builder evidence, Conditions conditions) {
        ComplexMatrix neuron = ComplexMatrix.identity(UNITS);
        double sum = 2 * Uncertainty.entropy(neuron, Ket.basis(UNITS, 5));
        evidence.control("one basis twice", sum == 0, text("H + H = %.1f, ln d = %.2f", sum, Math.log(UNITS)));
        double angle = 0.3;
        ComplexMatrix rotation = ComplexMatrix.real(Matrix.of(
                new double[] {Math.cos(angle), -Math.sin(angle)}, new double[] {Math.sin(angle), Math.cos(angle)}));
        double bound = Uncertainty.maassenUffinkBound(ComplexMatrix.identity(2), rotation);
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 1000; i++) {
            RandomAddress address = conditions.random().at("rotated").at(i);
            double theta = 2 * Math.PI * address.uniform(0);
            Ket ket = Ket.normalised(Math.cos(theta), Math.sin(theta));
            smallest = Math.min(
                    smallest, Uncertainty.entropy(ComplexMatrix.identity(2), ket) + Uncertainty.entropy(rotation, ket));
        }
        evidence.control(
                "bases that nearly agree",
                smallest < BIT && smallest >= bound - TOLERANCE,
                text("smallest sum %.4f, bound of the rotation %.4f, ln 2 = %.4f", smallest, bound, BIT));
    }
}
