package org.ketwork.quantum.channel;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Subsystems;

/** Channels put together. */
public final class Channels {
    private Channels() {}

    /** The channel that leaves everything as it is. */
    public static Kraus identity(int dimension) {
        return Kraus.unitary(ComplexMatrix.identity(dimension));
    }

    /** First {@code before}, then {@code after}. */
    public static Superoperator compose(Channel after, Channel before) {
        if (after.inputDimension() != before.outputDimension()) {
            throw new IllegalArgumentException("a channel on dimension " + after.inputDimension()
                    + " cannot follow one that gives dimension " + before.outputDimension());
        }
        return new Superoperator(
                Superoperator.of(after).matrix().times(Superoperator.of(before).matrix()),
                before.inputDimension(),
                after.outputDimension());
    }

    /** The map Φ† with Tr Φ†(A)†B = Tr A†Φ(B): the same physics on observables (Heisenberg picture). */
    public static Superoperator adjoint(Channel channel) {
        return new Superoperator(
                Superoperator.of(channel).matrix().adjoint(), channel.outputDimension(), channel.inputDimension());
    }

    /** Both channels at once, each on its own system; the first is the left factor. Both must be completely positive. */
    public static Kraus tensor(Channel left, Channel right) {
        List<ComplexMatrix> operators = new ArrayList<>();
        for (ComplexMatrix a : Kraus.of(left).operators()) {
            for (ComplexMatrix b : Kraus.of(right).operators()) {
                operators.add(a.kronecker(b));
            }
        }
        return new Kraus(operators);
    }

    /** Φ₁ with the given probability, otherwise Φ₂. */
    public static Superoperator mix(double probability, Channel first, Channel second) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the probability of a mixture must be in [0, 1], got " + probability);
        }
        return new Superoperator(
                Superoperator.of(first)
                        .matrix()
                        .scale(probability)
                        .plus(Superoperator.of(second).matrix().scale(1 - probability)),
                first.inputDimension(),
                first.outputDimension());
    }

    /**
     * A channel on one part of a larger system, the identity on all others.
     *
     * @return the state of the whole, in which the part has the output dimension of the channel
     */
    public static DensityMatrix applyToPart(Channel channel, DensityMatrix whole, Subsystems subsystems, int part) {
        if (subsystems.total() != whole.dimension() || subsystems.dimension(part) != channel.inputDimension()) {
            throw new IllegalArgumentException(
                    "a channel on dimension " + channel.inputDimension() + " does not fit part " + part + " of "
                            + subsystems + " in a state of dimension " + whole.dimension());
        }
        int right = 1;
        for (int i = part + 1; i < subsystems.count(); i++) {
            right *= subsystems.dimension(i);
        }
        int left = whole.dimension() / right / channel.inputDimension();
        int size = left * channel.outputDimension() * right;
        ComplexMatrix sum = ComplexMatrix.zeros(size, size);
        for (ComplexMatrix k : Kraus.of(channel).operators()) {
            // KρK† = K (Kρ)† for Hermitian ρ, so only products from the left are needed.
            ComplexMatrix half = fromTheLeft(k, whole.matrix(), left, right).adjoint();
            sum = sum.plus(fromTheLeft(k, half, left, right));
        }
        return DensityMatrix.of(sum);
    }

    /** (I ⊗ K ⊗ I) A row by row, without the large matrix of the operator. */
    private static ComplexMatrix fromTheLeft(ComplexMatrix k, ComplexMatrix a, int left, int right) {
        int columns = a.columns();
        ComplexMatrix result = ComplexMatrix.zeros(left * k.rows() * right, columns);
        for (int l = 0; l < left; l++) {
            for (int o = 0; o < k.rows(); o++) {
                for (int i = 0; i < k.columns(); i++) {
                    double re = k.re().get(o, i);
                    double im = k.im().get(o, i);
                    if (re == 0 && im == 0) {
                        continue;
                    }
                    for (int r = 0; r < right; r++) {
                        int target = ((l * k.rows() + o) * right + r) * columns;
                        int source = ((l * k.columns() + i) * right + r) * columns;
                        addRow(result, target, a, source, columns, re, im);
                    }
                }
            }
        }
        return result;
    }

    private static void addRow(
            ComplexMatrix result, int target, ComplexMatrix a, int source, int columns, double re, double im) {
        double[] resultRe = result.re().data();
        double[] resultIm = result.im().data();
        double[] aRe = a.re().data();
        double[] aIm = a.im().data();
        for (int c = 0; c < columns; c++) {
            resultRe[target + c] += re * aRe[source + c] - im * aIm[source + c];
            resultIm[target + c] += re * aIm[source + c] + im * aRe[source + c];
        }
    }
}
