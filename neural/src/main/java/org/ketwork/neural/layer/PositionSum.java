package org.ketwork.neural.layer;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Accumulation;

/**
 * The sum over positions of each channel, y[c] = Σ_p x[p, c], of samples (positions, channels): what is left does not change when the
 * positions are permuted.
 */
public record PositionSum(int positions, int channels) implements Layer {
    public PositionSum {
        Sizes.requirePositive("number of positions", positions);
        Sizes.requirePositive("number of channels", channels);
    }

    @Override
    public int inputs() {
        return positions * channels;
    }

    @Override
    public int outputs() {
        return channels;
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps();
    }

    private final class Maps implements LayerMaps {
        @Override
        public void forward(Point at) {
            sum(at.rows(), at.x(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            sum(at.rows(), along.x(), along.y());
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            spread(at.rows(), yBar, xBar);
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            spread(at.rows(), dyBar, dxBar);
        }

        private void sum(int rows, double[] x, double[] y) {
            Arrays.fill(y, 0, rows * channels, 0);
            for (int place = 0; place < rows * positions; place++) {
                Accumulation.add(y, place / positions * channels, x, place * channels, channels);
            }
        }

        private void spread(int rows, double[] y, double[] x) {
            for (int place = 0; place < rows * positions; place++) {
                System.arraycopy(y, place / positions * channels, x, place * channels, channels);
            }
        }
    }
}
