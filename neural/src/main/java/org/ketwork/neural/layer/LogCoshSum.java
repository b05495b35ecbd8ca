package org.ketwork.neural.layer;

import org.ketwork.numerics.kernel.Kernels;

/** y = Σ_i log cosh x_i, the sum over hidden units that a restricted Boltzmann machine ends in. One output. */
public record LogCoshSum(int units) implements Layer {
    public LogCoshSum {
        Sizes.requirePositive("number of units", units);
    }

    @Override
    public int inputs() {
        return units;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(maxRows);
    }

    private final class Maps implements LayerMaps {
        private final double[] values;

        Maps(int maxRows) {
            values = new double[maxRows * units];
        }

        @Override
        public void forward(Point at) {
            Kernels.best().logCosh(at.x(), 0, values, 0, at.rows() * units);
            for (int r = 0; r < at.rows(); r++) {
                at.y()[r] = Kernels.best().sum(values, r * units, units);
            }
        }

        @Override
        public void tangent(Point at, Direction along) {
            slopes(at);
            for (int r = 0; r < at.rows(); r++) {
                along.y()[r] = Kernels.best().dot(values, r * units, along.x(), r * units, units);
            }
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            slopes(at);
            for (int i = 0; i < at.rows() * units; i++) {
                xBar[i] = values[i] * yBar[i / units];
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            slopes(at);
            for (int i = 0; i < at.rows() * units; i++) {
                double t = values[i];
                dxBar[i] = t * dyBar[i / units] + (1 - t * t) * along.x()[i] * yBar[i / units];
            }
        }

        private void slopes(Point at) {
            Kernels.best().tanh(at.x(), 0, values, 0, at.rows() * units);
        }
    }
}
