package org.ketwork.neural.layer;

import java.util.Arrays;

/**
 * The largest entry of each window of an image, channel by channel, without padding. Among equal entries the first one, in row-major
 * order, counts as the largest, and takes the whole derivative.
 */
public record MaxPool2d(ImageShape image, int kernel, int stride) implements Layer {
    public MaxPool2d {
        new Window(image, kernel, stride, 0);
    }

    /** The shape of what comes out. */
    public ImageShape outputImage() {
        Window window = new Window(image, kernel, stride, 0);
        return new ImageShape(image.channels(), window.height(), window.width());
    }

    @Override
    public int inputs() {
        return image.size();
    }

    @Override
    public int outputs() {
        return outputImage().size();
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(maxRows);
    }

    /** Away from ties the layer is a choice of inputs that does not change along a direction. */
    private final class Maps implements LayerMaps {
        private final Window window = new Window(image, kernel, stride, 0);
        /** For every output of the batch, the index of the input that it equals. */
        private final int[] chosen;

        Maps(int maxRows) {
            chosen = new int[maxRows * outputs()];
        }

        @Override
        public void forward(Point at) {
            choose(at.rows(), at.x());
            pick(at.rows(), at.x(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            pick(at.rows(), along.x(), along.y());
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

        private void choose(int rows, double[] x) {
            int area = image.height() * image.width();
            int target = 0;
            for (int map = 0; map < rows * image.channels(); map++) {
                for (int i = 0; i < window.height(); i++) {
                    for (int j = 0; j < window.width(); j++) {
                        chosen[target++] = largest(x, map * area, i, j);
                    }
                }
            }
        }

        private int largest(double[] x, int start, int i, int j) {
            int best = start + window.pixel(i, j, 0, 0);
            for (int u = 0; u < kernel; u++) {
                for (int v = 0; v < kernel; v++) {
                    int candidate = start + window.pixel(i, j, u, v);
                    if (x[candidate] > x[best]) {
                        best = candidate;
                    }
                }
            }
            return best;
        }

        private void pick(int rows, double[] x, double[] y) {
            for (int i = 0; i < rows * outputs(); i++) {
                y[i] = x[chosen[i]];
            }
        }

        private void spread(int rows, double[] yBar, double[] xBar) {
            Arrays.fill(xBar, 0, rows * inputs(), 0);
            for (int i = 0; i < rows * outputs(); i++) {
                xBar[chosen[i]] += yBar[i];
            }
        }
    }
}
