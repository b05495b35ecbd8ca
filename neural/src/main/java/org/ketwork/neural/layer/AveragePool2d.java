package org.ketwork.neural.layer;

import java.util.Arrays;

/** The mean of each window of an image, channel by channel, without padding. */
public record AveragePool2d(ImageShape image, int kernel, int stride) implements Layer {
    public AveragePool2d {
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
        return new Maps();
    }

    /** The layer is linear without parameters, so that each map is the mean over windows or its transpose. */
    private final class Maps implements LayerMaps {
        private final Window window = new Window(image, kernel, stride, 0);
        private final double share = 1.0 / (kernel * kernel);

        @Override
        public void forward(Point at) {
            average(at.rows(), at.x(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            average(at.rows(), along.x(), along.y());
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

        private void average(int rows, double[] x, double[] y) {
            int area = image.height() * image.width();
            int target = 0;
            for (int map = 0; map < rows * image.channels(); map++) {
                for (int i = 0; i < window.height(); i++) {
                    for (int j = 0; j < window.width(); j++) {
                        double sum = 0;
                        for (int u = 0; u < kernel; u++) {
                            for (int v = 0; v < kernel; v++) {
                                sum += x[map * area + window.pixel(i, j, u, v)];
                            }
                        }
                        y[target++] = share * sum;
                    }
                }
            }
        }

        private void spread(int rows, double[] yBar, double[] xBar) {
            int area = image.height() * image.width();
            Arrays.fill(xBar, 0, rows * inputs(), 0);
            int source = 0;
            for (int map = 0; map < rows * image.channels(); map++) {
                for (int i = 0; i < window.height(); i++) {
                    for (int j = 0; j < window.width(); j++) {
                        double part = share * yBar[source++];
                        for (int u = 0; u < kernel; u++) {
                            for (int v = 0; v < kernel; v++) {
                                xBar[map * area + window.pixel(i, j, u, v)] += part;
                            }
                        }
                    }
                }
            }
        }
    }
}
