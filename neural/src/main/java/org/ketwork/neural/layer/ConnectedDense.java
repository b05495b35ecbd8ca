package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.random.RandomAddress;

/**
 * A dense layer with some of its connections only: y_o = b_o + Σ_k w_ok x[t(o, k)] over the inputs t(o, ·) that output o is connected
 * with, such as those that come earlier in an autoregressive network (Germain, Gregor, Murray, Larochelle, ICML 2015, equation 8). Only
 * weights that exist are parameters: they lie output after output, in the order of the table.
 *
 * <p>Fresh weights are normal with variance 2 by the number of connections of their output.
 */
public record ConnectedDense(IndexTable connections) implements Layer {
    public ConnectedDense {
        Sizes.requirePositive("number of connections", weights(connections));
        for (int[] row : connections.entries()) {
            if (Arrays.stream(row).distinct().count() < row.length
                    || Arrays.stream(row).anyMatch(i -> i < 0)) {
                throw new IllegalArgumentException(
                        "the connections of an output must be different inputs, got " + Arrays.toString(row));
            }
        }
    }

    private static int weights(IndexTable connections) {
        return Arrays.stream(connections.entries()).mapToInt(row -> row.length).sum();
    }

    @Override
    public int inputs() {
        return connections.inputs();
    }

    @Override
    public int outputs() {
        return connections.outputs();
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return List.of(
                ParameterBlock.of("weight", weights(connections)), ParameterBlock.of("bias", connections.outputs()));
    }

    @Override
    public void initialise(double[] theta, int offset, RandomAddress address) {
        int at = offset;
        for (int o = 0; o < outputs(); o++) {
            int count = connections.entries()[o].length;
            Initial.normal(theta, at, count, Math.sqrt(2.0 / Math.max(1, count)), address.at(o));
            at += count;
        }
        Initial.constant(theta, at, outputs(), 0);
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(place.offset());
    }

    private final class Maps implements LayerMaps {
        private final int inputs = inputs();
        private final int outputs = outputs();
        private final int weight;
        private final int bias;
        /** The index in a matrix (outputs, inputs) of every weight. */
        private final int[] cell;

        private final double[] matrix = new double[outputs * inputs];

        Maps(int offset) {
            weight = offset;
            bias = offset + weights(connections);
            cell = new int[weights(connections)];
            int next = 0;
            for (int o = 0; o < outputs; o++) {
                for (int i : connections.entries()[o]) {
                    cell[next++] = o * inputs + i;
                }
            }
        }

        @Override
        public void forward(Point at) {
            times(at.rows(), at.x(), at.theta(), 0, at.y());
            addBias(at.rows(), at.theta(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            times(at.rows(), along.x(), at.theta(), 0, along.y());
            times(at.rows(), at.x(), along.theta(), 1, along.y());
            addBias(at.rows(), along.theta(), along.y());
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            timesTransposed(at.rows(), yBar, at.theta(), 0, xBar);
            addOuter(at.rows(), yBar, at.x(), thetaBar);
            addColumnSums(at.rows(), yBar, thetaBar);
        }

        @Override
        public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
            timesTransposed(at.rows(), yBar, at.theta(), 0, xBar);
            Optional<SampleGradients.Room> room = into.room(weight, parameterCount());
            for (int r = 0; r < at.rows() && room.isPresent(); r++) {
                double[] values = room.get().values();
                int start = room.get().start() + r * room.get().stride();
                for (int k = 0; k < cell.length; k++) {
                    values[start + k] = yBar[r * outputs + cell[k] / inputs] * at.x()[r * inputs + cell[k] % inputs];
                }
                System.arraycopy(yBar, r * outputs, values, start + cell.length, outputs);
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            timesTransposed(at.rows(), dyBar, at.theta(), 0, dxBar);
            timesTransposed(at.rows(), yBar, along.theta(), 1, dxBar);
            addOuter(at.rows(), dyBar, at.x(), dthetaBar);
            addOuter(at.rows(), yBar, along.x(), dthetaBar);
            addColumnSums(at.rows(), dyBar, dthetaBar);
        }

        /** Spreads the weights over the matrix. The gradient shares it, so that the other entries are cleared. */
        private void spread(double[] theta) {
            Arrays.fill(matrix, 0);
            for (int k = 0; k < cell.length; k++) {
                matrix[cell[k]] = theta[weight + k];
            }
        }

        /** y = beta y + x W^T. */
        private void times(int rows, double[] x, double[] theta, double beta, double[] y) {
            spread(theta);
            Blas.gemm(false, true, rows, outputs, inputs, 1, x, 0, inputs, matrix, 0, inputs, beta, y, 0, outputs);
        }

        /** x = beta x + y W. */
        private void timesTransposed(int rows, double[] y, double[] theta, double beta, double[] x) {
            spread(theta);
            Blas.gemm(false, false, rows, inputs, outputs, 1, y, 0, outputs, matrix, 0, inputs, beta, x, 0, inputs);
        }

        /** W += y^T x, of which only the cells with a weight are wanted. */
        private void addOuter(int rows, double[] y, double[] x, double[] theta) {
            Blas.gemm(true, false, outputs, inputs, rows, 1, y, 0, outputs, x, 0, inputs, 0, matrix, 0, inputs);
            for (int k = 0; k < cell.length; k++) {
                theta[weight + k] += matrix[cell[k]];
            }
        }

        private void addBias(int rows, double[] theta, double[] y) {
            for (int i = 0; i < rows * outputs; i++) {
                y[i] += theta[bias + i % outputs];
            }
        }

        private void addColumnSums(int rows, double[] y, double[] theta) {
            for (int i = 0; i < rows * outputs; i++) {
                theta[bias + i % outputs] += y[i];
            }
        }
    }
}
