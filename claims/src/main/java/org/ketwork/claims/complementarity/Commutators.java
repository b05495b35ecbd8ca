package org.ketwork.claims.complementarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.RandomSubspace;

/** Whether projectors commute: those of masks, and those of random subspaces. */
final class Commutators {
    private static final int[][] RANKS = {{4, 1, 1}, {4, 2, 2}, {8, 2, 5}, {8, 4, 4}, {16, 8, 8}};
    private static final double[] COMPLEX = {0.3, 8.0 / 15, 5.0 / 7, 1.015873015873016, 2.007843137254902};
    private static final double[] REAL = {0.25, 4.0 / 9, 9.0 / 14, 0.914285714285714, 1.896296296296296};

    private Commutators() {}

    /** Enters finding, numbers, control and figure; returns the largest commutator of two masks. */
    static double enter(Evidence.Builder evidence, Conditions conditions) {
        int units = 6;
        double largest = 0;
        for (int p = 0; p < 1 << units; p++) {
            for (int q = 0; q < p; q++) {
                ComplexMatrix commutator = Operators.commutator(mask(units, p), mask(units, q));
                largest = Math.max(largest, commutator.frobeniusNorm());
            }
        }
        evidence.finding(
                "masks do not commute", largest > 0, "largest commutator of the 64 masks of 6 units: " + largest);

        int samples = conditions.size().choose(1000, 10_000, 100_000);
        double[] p = new double[2 * RANKS.length];
        List<String> kinds = new ArrayList<>();
        Estimate[][] measured = new Estimate[2][RANKS.length];
        for (int i = 0; i < RANKS.length; i++) {
            int[] r = RANKS[i];
            String name = "d = " + r[0] + ", ranks " + r[1] + " and " + r[2];
            kinds.add(name);
            double complex = RandomSubspace.meanSquaredCommutator(r[0], r[1], r[2]);
            double real = RandomSubspace.meanSquaredRealCommutator(r[0], r[1], r[2]);
            evidence.number("squared commutator, complex, " + name, complex, COMPLEX[i], 1e-14);
            evidence.number("squared commutator, real, " + name, real, REAL[i], 1e-14);
            RandomAddress address = conditions.random().at("subspaces").at(i);
            double[] ofComplex = conditions
                    .workers()
                    .mapToDouble(
                            samples,
                            s -> squaredCommutator(
                                    RandomSubspace.complexProjector(r[0], r[1], address.at(s, 0)),
                                    RandomSubspace.complexProjector(r[0], r[2], address.at(s, 1))));
            double[] ofReal = conditions
                    .workers()
                    .mapToDouble(
                            samples,
                            s -> squaredCommutator(
                                    ComplexMatrix.real(RandomSubspace.realProjector(r[0], r[1], address.at(s, 2))),
                                    ComplexMatrix.real(RandomSubspace.realProjector(r[0], r[2], address.at(s, 3)))));
            p[2 * i] = ComplementaryMasksClaim.meanIs(evidence, "complex subspaces, " + name, ofComplex, complex);
            p[2 * i + 1] = ComplementaryMasksClaim.meanIs(evidence, "real subspaces, " + name, ofReal, real);
            measured[0][i] = Estimate.of(ofComplex);
            measured[1][i] = Estimate.of(ofReal);
        }
        double least = Holm.least(p);
        evidence.control(
                "random subspaces do not commute",
                least > ComplementaryMasksClaim.ALPHA,
                samples + " pairs of each of " + p.length + " kinds, least Holm p-value " + least);
        evidence.figure(new Figure.Bars(
                "commutators",
                "Mean squared commutator of projectors on random subspaces, formula and sample; bars show standard errors. Any two"
                        + " masks have zero.",
                Axis.linear("mean squared Frobenius norm of [P, Q]"),
                kinds,
                List.of(
                        new Figure.BarSeries("complex, formula", COMPLEX, Optional.empty()),
                        sampled("complex, sampled", measured[0]),
                        new Figure.BarSeries("real, formula", REAL, Optional.empty()),
                        sampled("real, sampled", measured[1]))));
        return largest;
    }

    private static Figure.BarSeries sampled(String name, Estimate[] estimates) {
        return new Figure.BarSeries(
                name,
                Arrays.stream(estimates).mapToDouble(Estimate::mean).toArray(),
                Optional.of(Arrays.stream(estimates)
                        .mapToDouble(Estimate::standardError)
                        .toArray()));
    }

    private static ComplexMatrix mask(int units, int kept) {
        double[] diagonal = new double[units];
        for (int i = 0; i < units; i++) {
            diagonal[i] = kept >> i & 1;
        }
        return ComplexMatrix.real(Matrix.diagonal(diagonal));
    }

    private static double squaredCommutator(ComplexMatrix p, ComplexMatrix q) {
        double norm = Operators.commutator(p, q).frobeniusNorm();
        return norm * norm;
    }
}
