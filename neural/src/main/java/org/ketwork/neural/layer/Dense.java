package org.ketwork.neural.layer;

import java.util.List;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.random.RandomAddress;

/**
 * An affine layer y = x W^T + b, with W of shape (outputs, inputs) and b of shape (outputs) if there is a bias.
 *
 * <p>Fresh weights are normal with variance 2/inputs, which keeps the second moment of ReLU units from layer to layer (He, Zhang,
 * Ren, Sun, ICCV 2015, equation 10); fresh biases are zero.
 */
public record Dense(int inputs, int outputs, boolean bias) implements Layer {
    public Dense {
        Sizes.requirePositive("number of inputs", inputs);
        Sizes.requirePositive("number of outputs", outputs);
    }

    public Dense(int inputs, int outputs) {
        this(inputs, outputs, true);
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        ParameterBlock weight = ParameterBlock.of("weight", outputs, inputs);
        return bias ? List.of(weight, ParameterBlock.of("bias", outputs)) : List.of(weight);
    }

    @Override
    public void initialise(double[] theta, int offset, RandomAddress address) {
        Initial.normal(theta, offset, outputs * inputs, Math.sqrt(2.0 / inputs), address);
        if (bias) {
            Initial.constant(theta, offset + outputs * inputs, outputs, 0);
        }
    }

    /** Writes the gradient of one sample, ȳ xᵀ and then ȳ if there is a bias, to target[start ...]. */
    public void gradient(double[] x, int row, double[] yBar, double[] target, int start) {
        for (int j = 0; j < outputs; j++) {
            double signal = yBar[row * outputs + j];
            int to = start + j * inputs;
            int from = row * inputs;
            for (int i = 0; i < inputs; i++) {
                target[to + i] = signal * x[from + i];
            }
        }
        if (bias) {
            System.arraycopy(yBar, row * outputs, target, start + outputs * inputs, outputs);
        }
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(place.offset());
    }

    private final class Maps implements LayerMaps {
        private final int weight;
        private final int offsetOfBias;

        Maps(int offset) {
            weight = offset;
            offsetOfBias = offset + outputs * inputs;
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
            into.outer(weight, Dense.this, at.rows(), at.x(), yBar);
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

        /** y = beta y + x W^T. */
        private void times(int rows, double[] x, double[] theta, double beta, double[] y) {
            Blas.gemm(false, true, rows, outputs, inputs, 1, x, 0, inputs, theta, weight, inputs, beta, y, 0, outputs);
        }

        /** x = beta x + y W. */
        private void timesTransposed(int rows, double[] y, double[] theta, double beta, double[] x) {
            Blas.gemm(false, false, rows, inputs, outputs, 1, y, 0, outputs, theta, weight, inputs, beta, x, 0, inputs);
        }

        /** W += y^T x. */
        private void addOuter(int rows, double[] y, double[] x, double[] theta) {
            Blas.gemm(true, false, outputs, inputs, rows, 1, y, 0, outputs, x, 0, inputs, 1, theta, weight, inputs);
        }

        private void addBias(int rows, double[] theta, double[] y) {
            if (bias) {
                for (int r = 0; r < rows; r++) {
                    for (int j = 0; j < outputs; j++) {
                        y[r * outputs + j] += theta[offsetOfBias + j];
                    }
                }
            }
        }

        private void addColumnSums(int rows, double[] y, double[] theta) {
            if (bias) {
                for (int r = 0; r < rows; r++) {
                    for (int j = 0; j < outputs; j++) {
                        theta[offsetOfBias + j] += y[r * outputs + j];
                    }
                }
            }
        }
    }
}
