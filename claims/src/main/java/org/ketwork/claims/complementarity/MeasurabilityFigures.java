package org.ketwork.claims.complementarity;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.lab.figure.Figure.Mark;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.measure.JointMeasurability;
import org.ketwork.quantum.measure.ParentSearch;
import org.ketwork.quantum.operator.Operators;

/** The pictures of joint measurability. */
final class MeasurabilityFigures {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    private MeasurabilityFigures() {}

    static Figure thresholds() {
        int count = 30;
        double[] dimension = new double[count];
        double[] eta = new double[count];
        for (int i = 0; i < count; i++) {
            dimension[i] = i + 2;
            eta[i] = JointMeasurability.robustnessOfUnbiasedPair(i + 2);
        }
        int witnesses = 7;
        double[] tested = new double[witnesses];
        double[] bound = new double[witnesses];
        for (int i = 0; i < witnesses; i++) {
            tested[i] = i + 2;
            bound[i] = JointMeasurability.upperBound(ComplexMatrix.identity(i + 2), Operators.fourier(i + 2));
        }
        return new Figure.Curves(
                "thresholds",
                "Largest visibility at which two unbiased bases can be read together: the explicit parent, and the witness that allows no"
                        + " more. It falls from 1/√2 towards 1/2.",
                Axis.linear("dimension"),
                Axis.linear("visibility"),
                List.of(Curve.line("parent", dimension, eta), Curve.points("witness", tested, bound)),
                List.of());
    }

    static Figure slack() {
        int count = 41;
        List<Curve> curves = new ArrayList<>();
        for (int degrees : new int[] {90, 60, 30}) {
            double angle = Math.toRadians(degrees);
            double[] eta = new double[count];
            double[] slack = new double[count];
            for (int i = 0; i < count; i++) {
                eta[i] = i / (count - 1.0);
                slack[i] = ParentSearch.slack(
                                new double[] {0, 0, eta[i]},
                                new double[] {eta[i] * Math.sin(angle), 0, eta[i] * Math.cos(angle)},
                                1e-9)
                        .lower();
            }
            curves.add(Curve.line(degrees + " degrees apart", eta, slack));
        }
        return new Figure.Curves(
                "slack",
                "Smallest eigenvalue of the best parent of two qubit observables against their visibility; below zero they cannot be"
                        + " measured together.",
                Axis.linear("visibility"),
                Axis.linear("smallest eigenvalue of the best parent"),
                curves,
                List.of(Mark.at("1/√2", ROOT_HALF)));
    }
}
