package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Cross-correlation of an image with a bank of square filters, y[o, i, j] = b[o] + sum over c, u, v of
 * W[o, c, u, v] x[c, i s + u - p, j s + v - p], with zeros outside the image; s is the stride, p the padding. W has shape (channels,
 * channels of the input, kernel, kernel), b has shape (channels). Each sample is one product W P with the matrix P of its patches.
 */
public record Convolution2d(ImageShape image, int channels, int kernel, int stride, int padding) implements Layer {
    public Convolution2d {
        Sizes.requirePositive("number of channels", channels);
        new Window(image, kernel, stride, padding);
    }

    private Window window() {
        return new Window(image, kernel, stride, padding);
    }

    /** The shape of what comes out. */
    public ImageShape outputImage() {
        return new ImageShape(channels, window().height(), window().width());
    }

    @Override
    public int inputs() {
        return image.size();
    }

    @Override
    public int outputs() {
        return outputImage().size();
    }

    private int patch() {
        return image.channels() * kernel * kernel;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return List.of(
                ParameterBlock.of("weight", channels, image.channels(), kernel, kernel),
                ParameterBlock.of("bias", channels));
    }

    @Override
    public void initialise(double[] theta, int offset, RandomAddress address) {
        Initial.normal(theta, offset, channels * patch(), Math.sqrt(2.0 / patch()), address);
        Initial.constant(theta, offset + channels * patch(), channels, 0);
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(place.offset());
    }

    /** Letters: q = patch length, a = positions of the window; P is (q, a), Y is (channels, a), W is (channels, q). */
    private final class Maps implements LayerMaps {
        private final Window window = window();
        private final int q = patch();
        private final int a = window.positions();
        private final int weight;
        private final int bias;
        private final double[] patches = new double[q * a];
        private final double[] otherPatches = new double[q * a];

        Maps(int offset) {
            weight = offset;
            bias = offset + channels * q;
        }

        @Override
        public void forward(Point at) {
            for (int r = 0; r < at.rows(); r++) {
                window.gather(at.x(), r * inputs(), patches);
                times(at.theta(), patches, 0, at.y(), r);
                addBias(at.theta(), at.y(), r);
            }
        }

        @Override
        public void tangent(Point at, Direction along) {
            for (int r = 0; r < at.rows(); r++) {
                window.gather(at.x(), r * inputs(), patches);
                window.gather(along.x(), r * inputs(), otherPatches);
                times(at.theta(), otherPatches, 0, along.y(), r);
                times(along.theta(), patches, 1, along.y(), r);
                addBias(along.theta(), along.y(), r);
            }
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            for (int r = 0; r < at.rows(); r++) {
                window.gather(at.x(), r * inputs(), patches);
                addOuter(yBar, r, patches, thetaBar, weight);
                addSums(yBar, r, thetaBar, bias);
                timesTransposed(at.theta(), yBar, r, 0, patches);
                window.scatter(patches, xBar, r * inputs());
            }
        }

        @Override
        public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
            Optional<SampleGradients.Room> room = into.room(weight, parameterCount());
            for (int r = 0; r < at.rows(); r++) {
                if (room.isPresent()) {
                    double[] values = room.get().values();
                    int start = room.get().start() + r * room.get().stride();
                    window.gather(at.x(), r * inputs(), patches);
                    Arrays.fill(values, start, start + parameterCount(), 0);
                    addOuter(yBar, r, patches, values, start);
                    addSums(yBar, r, values, start + channels * q);
                }
                timesTransposed(at.theta(), yBar, r, 0, patches);
                window.scatter(patches, xBar, r * inputs());
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            for (int r = 0; r < at.rows(); r++) {
                window.gather(at.x(), r * inputs(), patches);
                window.gather(along.x(), r * inputs(), otherPatches);
                addOuter(dyBar, r, patches, dthetaBar, weight);
                addOuter(yBar, r, otherPatches, dthetaBar, weight);
                addSums(dyBar, r, dthetaBar, bias);
                timesTransposed(at.theta(), dyBar, r, 0, patches);
                timesTransposed(along.theta(), yBar, r, 1, patches);
                window.scatter(patches, dxBar, r * inputs());
            }
        }

        /** Y = beta Y + W P. */
        private void times(double[] theta, double[] p, double beta, double[] y, int row) {
            Blas.gemm(false, false, channels, a, q, 1, theta, weight, q, p, 0, a, beta, y, row * channels * a, a);
        }

        /** P = beta P + W^T Y. */
        private void timesTransposed(double[] theta, double[] y, int row, double beta, double[] p) {
            Blas.gemm(true, false, q, a, channels, 1, theta, weight, q, y, row * channels * a, a, beta, p, 0, a);
        }

        /** W += Y P^T. */
        private void addOuter(double[] y, int row, double[] p, double[] theta, int to) {
            Blas.gemm(false, true, channels, q, a, 1, y, row * channels * a, a, p, 0, a, 1, theta, to, q);
        }

        private void addBias(double[] theta, double[] y, int row) {
            for (int o = 0; o < channels; o++) {
                int start = (row * channels + o) * a;
                for (int i = start; i < start + a; i++) {
                    y[i] += theta[bias + o];
                }
            }
        }

        private void addSums(double[] y, int row, double[] theta, int to) {
            for (int o = 0; o < channels; o++) {
                int start = (row * channels + o) * a;
                for (int i = start; i < start + a; i++) {
                    theta[to + o] += y[i];
                }
            }
        }
    }
}
