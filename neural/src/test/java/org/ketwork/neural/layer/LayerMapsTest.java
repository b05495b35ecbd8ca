package org.ketwork.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Every kind of layer, its maps checked against one another and against central differences of the forward map. */
class LayerMapsTest {
    private static final int ROWS = 3;
    private static final int OFFSET = 2;
    private static final double H = 1e-5;
    private static final RandomAddress RANDOM = RandomAddress.root(20240501);

    static Stream<String> names() {
        return LayerTable.all().keySet().stream();
    }

    private final RandomStream numbers = RANDOM.at("numbers").stream();

    @ParameterizedTest
    @MethodSource("names")
    void tangentIsTheCentralDifferenceOfForward(String name) {
        Case c = new Case(name);
        c.maps.forward(c.at);
        c.maps.tangent(c.at, c.along);
        double[] up = c.forwardAt(H);
        double[] down = c.forwardAt(-H);
        double[] difference = new double[up.length];
        for (int i = 0; i < up.length; i++) {
            difference[i] = (up[i] - down[i]) / (2 * H);
        }
        assertClose(name, c.along.y(), difference, 1e-6);
    }

    @ParameterizedTest
    @MethodSource("names")
    void adjointIsTheTransposeOfTangent(String name) {
        Case c = new Case(name);
        c.maps.forward(c.at);
        c.maps.tangent(c.at, c.along);
        double[] xBar = new double[c.at.x().length];
        double[] thetaBar = new double[c.at.theta().length];
        c.maps.adjoint(c.at, c.yBar, xBar, thetaBar);
        double forward = dot(c.along.y(), c.yBar);
        double backward = dot(c.along.x(), xBar) + dot(c.along.theta(), thetaBar);
        assertThat(backward).as(name).isCloseTo(forward, within(1e-12 * (1 + Math.abs(forward))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void gradientsOfSamplesAreThoseOfSamplesAlone(String name) {
        Case c = new Case(name);
        c.maps.forward(c.at);
        double[] xBar = new double[c.at.x().length];
        double[] summed = new double[c.at.theta().length];
        c.maps.adjoint(c.at, c.yBar, xBar, summed);
        double[] pulled = new double[xBar.length];
        JacobianRows rows = new JacobianRows(summed.length);
        c.maps.adjointRows(c.at, c.yBar, pulled, rows);
        assertThat(pulled).as(name).containsExactly(xBar, within(1e-14));
        double[] sum = new double[summed.length];
        for (int r = 0; r < ROWS; r++) {
            double[] alone = c.gradientAlone(r);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += rows.values[r * sum.length + k];
                assertThat(rows.values[r * sum.length + k])
                        .as("%s, sample %d, parameter %d", name, r, k)
                        .isCloseTo(alone[k], within(1e-13 * (1 + Math.abs(alone[k]))));
            }
        }
        assertThat(sum).as(name).containsExactly(summed, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("names")
    void adjointTangentIsTheCentralDifferenceOfAdjoint(String name) {
        Case c = new Case(name);
        c.maps.forward(c.at);
        c.maps.tangent(c.at, c.along);
        c.maps.adjoint(c.at, c.yBar, new double[c.at.x().length], new double[c.at.theta().length]);
        double[] dxBar = new double[c.at.x().length];
        double[] dthetaBar = new double[c.at.theta().length];
        c.maps.adjointTangent(c.at, c.along, c.yBar, c.dyBar, dxBar, dthetaBar);
        double[][] up = c.adjointAt(H);
        double[][] down = c.adjointAt(-H);
        for (int part = 0; part < 2; part++) {
            for (int i = 0; i < up[part].length; i++) {
                up[part][i] = (up[part][i] - down[part][i]) / (2 * H);
            }
        }
        assertClose(name, dxBar, up[0], 1e-6);
        assertClose(name, dthetaBar, up[1], 1e-6);
    }

    @ParameterizedTest
    @MethodSource("names")
    void adjointAddsToTheGradientAndTouchesOnlyItsOwnParameters(String name) {
        Case c = new Case(name);
        c.maps.forward(c.at);
        double[] once = new double[c.at.theta().length];
        c.maps.adjoint(c.at, c.yBar, new double[c.at.x().length], once);
        double[] twice = once.clone();
        c.maps.adjoint(c.at, c.yBar, new double[c.at.x().length], twice);
        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isCloseTo(2 * once[i], within(1e-14 * (1 + Math.abs(once[i]))));
        }
        for (int i = 0; i < OFFSET; i++) {
            assertThat(once[i]).isZero();
            assertThat(once[once.length - 1 - i]).isZero();
        }
    }

    @Test
    void layersOfDifferentSizesDoNotFit() {
        assertThatThrownBy(() -> Chain.requireFitting(List.of(new Dense(2, 3), new Dense(4, 1))))
                .hasMessageContaining("layer 1 takes 4 numbers, but layer 0 gives 3");
        assertThatThrownBy(() -> new Residual(List.of(new Dense(2, 3))))
                .hasMessageContaining("got 2 inputs and 3 outputs");
        assertThatThrownBy(() -> new Convolution2d(new ImageShape(1, 3, 3), 1, 5, 1, 0))
                .hasMessageContaining("a window of 5 does not fit");
        assertThatThrownBy(() -> new Dense(0, 3)).hasMessageContaining("number of inputs must be at least 1, got 0");
    }

    /** A layer at a random point, with a random direction and random signals. */
    private final class Case {
        final LayerMaps maps;
        final Layer layer;
        final Point at;
        final Direction along;
        final double[] yBar;
        final double[] dyBar;

        Case(String name) {
            layer = Objects.requireNonNull(LayerTable.all().get(name));
            maps = layer.maps(new Layer.Place(3, OFFSET), ROWS + 1);
            double[] theta = normals(layer.parameterCount() + 2 * OFFSET);
            at = new Point(
                    Pass.masked(RANDOM.at("masks"), 7),
                    LongStream.range(10, 10 + ROWS).toArray(),
                    theta,
                    normals(ROWS * layer.inputs()),
                    new double[ROWS * layer.outputs()]);
            along = new Direction(normals(theta.length), normals(at.x().length), new double[at.y().length]);
            yBar = normals(at.y().length);
            dyBar = normals(at.y().length);
        }

        double[] forwardAt(double h) {
            Point moved = moved(h);
            layer.maps(new Layer.Place(3, OFFSET), ROWS).forward(moved);
            return moved.y();
        }

        /** The gradient of one sample in a batch in which only it has a signal. */
        double[] gradientAlone(int row) {
            double[] signal = new double[yBar.length];
            System.arraycopy(yBar, row * layer.outputs(), signal, row * layer.outputs(), layer.outputs());
            double[] thetaBar = new double[at.theta().length];
            maps.adjoint(at, signal, new double[at.x().length], thetaBar);
            return thetaBar;
        }

        double[][] adjointAt(double h) {
            Point moved = moved(h);
            LayerMaps fresh = layer.maps(new Layer.Place(3, OFFSET), ROWS);
            fresh.forward(moved);
            double[] xBar = new double[moved.x().length];
            double[] thetaBar = new double[moved.theta().length];
            fresh.adjoint(moved, shifted(yBar, h, dyBar), xBar, thetaBar);
            return new double[][] {xBar, thetaBar};
        }

        private Point moved(double h) {
            return new Point(
                    at.pass(),
                    at.samples(),
                    shifted(at.theta(), h, along.theta()),
                    shifted(at.x(), h, along.x()),
                    new double[at.y().length]);
        }
    }

    /** The rows of the Jacobian, whole; what a layer is to overwrite begins as not a number. */
    private static final class JacobianRows implements SampleGradients {
        final double[] values;
        final int stride;

        JacobianRows(int stride) {
            this.stride = stride;
            values = new double[ROWS * stride];
        }

        @Override
        public Optional<Room> room(int offset, int count) {
            for (int r = 0; r < ROWS; r++) {
                Arrays.fill(values, r * stride + offset, r * stride + offset + count, Double.NaN);
            }
            return Optional.of(new Room(values, offset, stride));
        }

        @Override
        public void outer(int offset, Dense layer, int rows, double[] x, double[] yBar) {
            for (int r = 0; r < rows; r++) {
                layer.gradient(x, r, yBar, values, r * stride + offset);
            }
        }
    }

    private double[] normals(int count) {
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[i] = numbers.nextNormal();
        }
        return result;
    }

    private static double[] shifted(double[] origin, double h, double[] direction) {
        double[] result = origin.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += h * direction[i];
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void assertClose(String name, double[] actual, double[] expected, double relative) {
        double scale = 1e-3;
        for (double x : expected) {
            scale = Math.max(scale, Math.abs(x));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("%s, entry %d", name, i).isCloseTo(expected[i], within(relative * scale));
        }
    }
}
