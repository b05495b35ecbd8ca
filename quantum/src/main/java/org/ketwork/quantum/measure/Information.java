package org.ketwork.quantum.measure;

import java.util.stream.IntStream;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.StateEnsemble;
import org.ketwork.quantum.state.Subsystems;

/** Information that systems have about each other, and that measurements get out of states; in nats. */
public final class Information {
    private Information() {}

    /** S(A) + S(B) − S(AB), with A the given parts and B all others. */
    public static double mutual(DensityMatrix state, Subsystems subsystems, int... partsOfA) {
        int[] partsOfB = IntStream.range(0, subsystems.count())
                .filter(part -> IntStream.of(partsOfA).noneMatch(a -> a == part))
                .toArray();
        return Entropy.vonNeumann(state.reduce(subsystems, partsOfA))
                + Entropy.vonNeumann(state.reduce(subsystems, partsOfB))
                - Entropy.vonNeumann(state);
    }

    /** I(X:Y) of a joint distribution, with X the rows and Y the columns. */
    public static double mutual(Matrix joint) {
        double[] ofX = new double[joint.rows()];
        double[] ofY = new double[joint.columns()];
        for (int x = 0; x < joint.rows(); x++) {
            for (int y = 0; y < joint.columns(); y++) {
                ofX[x] += joint.get(x, y);
                ofY[y] += joint.get(x, y);
            }
        }
        return Entropy.shannon(ofX) + Entropy.shannon(ofY) - Entropy.shannon(joint.data());
    }

    /** χ = S(Σ wρ) − Σ w S(ρ), which no measurement can exceed (Holevo 1973). */
    public static double holevo(StateEnsemble ensemble) {
        double average = 0;
        for (int i = 0; i < ensemble.size(); i++) {
            average += ensemble.weight(i) * Entropy.vonNeumann(ensemble.state(i));
        }
        return Entropy.vonNeumann(ensemble.average()) - average;
    }

    /** I(X:Y) between the label of the state that was sent and the outcome of this measurement. */
    public static double accessible(StateEnsemble ensemble, Povm measurement) {
        Matrix joint = Matrix.zeros(ensemble.size(), measurement.outcomes());
        for (int x = 0; x < ensemble.size(); x++) {
            double[] p = measurement.probabilities(ensemble.state(x));
            for (int y = 0; y < p.length; y++) {
                joint.set(x, y, ensemble.weight(x) * p[y]);
            }
        }
        return mutual(joint);
    }

    /**
     * The best projective measurement of qubits.
     *
     * @param information I(X:Y) that it gets
     * @param theta polar angle of its axis on the Bloch sphere
     * @param phi azimuth of its axis
     */
    public record BestProjective(double information, double theta, double phi) {}

    /**
     * Searches all axes of the Bloch sphere: a grid, then steps that shrink to rounding from its best points. The maximum is
     * certain up to the grid of 4.5 degrees.
     *
     * @throws IllegalArgumentException if the states are not of qubits
     */
    public static BestProjective bestProjective(StateEnsemble ensemble) {
        if (ensemble.dimension() != 2) {
            throw new IllegalArgumentException(
                    "the search over projective measurements is for qubits, got dimension " + ensemble.dimension());
        }
        BestProjective best = new BestProjective(-1, 0, 0);
        int steps = 40;
        for (int i = 0; i <= steps / 2; i++) {
            for (int j = 0; j < 2 * steps; j++) {
                BestProjective here = projective(ensemble, Math.PI * i / steps, Math.PI * j / steps);
                if (here.information() > best.information()) {
                    best = here;
                }
            }
        }
        for (double step = Math.PI / steps; step > 1e-12; ) {
            BestProjective start = best;
            for (double[] move : new double[][] {{step, 0}, {-step, 0}, {0, step}, {0, -step}}) {
                BestProjective here = projective(ensemble, start.theta() + move[0], start.phi() + move[1]);
                if (here.information() > best.information()) {
                    best = here;
                }
            }
            if (best.equals(start)) {
                step /= 2;
            }
        }
        return best;
    }

    private static BestProjective projective(StateEnsemble ensemble, double theta, double phi) {
        var axis = Operators.spin(Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
        Matrix joint = Matrix.zeros(ensemble.size(), 2);
        for (int x = 0; x < ensemble.size(); x++) {
            double mean = Math.clamp(ensemble.state(x).expectation(axis), -1, 1);
            joint.set(x, 0, ensemble.weight(x) * (1 + mean) / 2);
            joint.set(x, 1, ensemble.weight(x) * (1 - mean) / 2);
        }
        return new BestProjective(mutual(joint), theta, phi);
    }
}
