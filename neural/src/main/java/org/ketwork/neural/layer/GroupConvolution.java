package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.kernel.Accumulation;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.random.RandomAddress;

/**
 * One affine map shared by all positions, y[p, o] = b[o] + Σ_k Σ_c W[o, k, c] x[t(p, k), c], where the table t says what each position
 * reads. Samples are (positions, channels). The table decides what it is:
 *
 * <ul>
 *   <li>neighbours of sites: a convolution on any lattice, periodic or not;
 *   <li>t(g, i) = g(i), the images of sites under a group: the lifting of sites to group elements;
 *   <li>t(g, k) = g k, products in a group: a group convolution (Cohen and Welling, ICML 2016, equations 10 and 11, with the inverse in
 *       the kernel's name);
 *   <li>the sites of each patch: a patch embedding; the identity: a dense layer at each position;
 *   <li>only positions that come earlier in some order: a causal convolution.
 * </ul>
 *
 * <p>W has shape (channels, kernel, input channels), b has shape (channels). Fresh weights are normal with variance 2/(kernel · input
 * channels), as for {@link Dense}.
 */
public record GroupConvolution(IndexTable table, int inputChannels, int channels) implements Layer {
    public GroupConvolution {
        Sizes.requirePositive("number of input channels", inputChannels);
        Sizes.requirePositive("number of channels", channels);
        Sizes.requirePositive("size of the kernel", table.kernel());
    }

    @Override
    public int inputs() {
        return table.inputs() * inputChannels;
    }

    @Override
    public int outputs() {
        return table.outputs() * channels;
    }

    private int patch() {
        return table.kernel() * inputChannels;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return List.of(
                ParameterBlock.of("weight", channels, table.kernel(), inputChannels),
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

    /** Letters: q = length of a patch; all places together, P is (places, q), Y is (places, channels), W is (channels, q). */
    private final class Maps implements LayerMaps {
        private final Patches patches = new Patches(table, inputChannels);
        private final int positions = table.outputs();
        private final int q = patch();
        private final int weight;
        private final int bias;
        /** W^T, (q, channels): products of small matrices are twice as fast with it. */
        private final double[] transposed = new double[channels * patch()];

        private double[] signals = new double[0];

        Maps(int offset) {
            weight = offset;
            bias = offset + channels * q;
        }

        @Override
        public void forward(Point at) {
            fillBias(at.rows(), at.theta(), at.y());
            addTimes(at.rows(), at.x(), at.theta(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            fillBias(at.rows(), along.theta(), along.y());
            addTimes(at.rows(), along.x(), at.theta(), along.y());
            addTimes(at.rows(), at.x(), along.theta(), along.y());
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            addGradient(at.rows(), yBar, at.x(), thetaBar);
            addSums(0, at.rows() * positions, yBar, thetaBar, bias);
            clear(at.rows(), xBar);
            addTimesTransposed(at.rows(), yBar, at.theta(), xBar);
        }

        @Override
        public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
            Optional<SampleGradients.Room> room = into.room(weight, parameterCount());
            if (room.isPresent()) {
                for (int r = 0; r < at.rows(); r++) {
                    int start = room.get().start() + r * room.get().stride();
                    gradientOfRow(r, yBar, at.x(), room.get().values(), start);
                }
            }
            clear(at.rows(), xBar);
            addTimesTransposed(at.rows(), yBar, at.theta(), xBar);
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            addGradient(at.rows(), dyBar, at.x(), dthetaBar);
            addGradient(at.rows(), yBar, along.x(), dthetaBar);
            addSums(0, at.rows() * positions, dyBar, dthetaBar, bias);
            clear(at.rows(), dxBar);
            addTimesTransposed(at.rows(), dyBar, at.theta(), dxBar);
            addTimesTransposed(at.rows(), yBar, along.theta(), dxBar);
        }

        private void fillBias(int rows, double[] theta, double[] y) {
            int all = rows * positions * channels;
            if (all == 0) {
                return;
            }
            System.arraycopy(theta, bias, y, 0, channels);
            for (int done = channels; done < all; done *= 2) {
                System.arraycopy(y, 0, y, done, Math.min(done, all - done));
            }
        }

        private void clear(int rows, double[] x) {
            Arrays.fill(x, 0, rows * inputs(), 0);
        }

        /** Y += P W^T. */
        private void addTimes(int rows, double[] x, double[] theta, double[] y) {
            for (int o = 0; o < channels; o++) {
                for (int i = 0; i < q; i++) {
                    transposed[i * channels + o] = theta[weight + o * q + i];
                }
            }
            int places = rows * positions;
            int chunk = patches.chunk(places, channels);
            for (int first = 0; first < places; first += chunk) {
                int count = Math.min(chunk, places - first);
                double[] p = patches.gather(x, first, count);
                Blas.gemm(
                        false,
                        false,
                        count,
                        channels,
                        q,
                        1,
                        p,
                        patches.start(first),
                        q,
                        transposed,
                        0,
                        channels,
                        1,
                        y,
                        first * channels,
                        channels);
            }
        }

        /** X += the patches Y W, added where they came from. */
        private void addTimesTransposed(int rows, double[] y, double[] theta, double[] x) {
            if (!patches.identity() && signals.length == 0) {
                signals = patches.room();
            }
            int places = rows * positions;
            int chunk = patches.chunk(places, channels);
            for (int first = 0; first < places; first += chunk) {
                int count = Math.min(chunk, places - first);
                if (patches.identity()) {
                    times(y, first, count, theta, 1, x, first * q);
                } else {
                    times(y, first, count, theta, 0, signals, 0);
                    patches.scatter(signals, x, first, count);
                }
            }
        }

        private void times(double[] y, int first, int count, double[] theta, double beta, double[] p, int to) {
            Blas.gemm(
                    false,
                    false,
                    count,
                    q,
                    channels,
                    1,
                    y,
                    first * channels,
                    channels,
                    theta,
                    weight,
                    q,
                    beta,
                    p,
                    to,
                    q);
        }

        /** W += Y^T P. */
        private void addGradient(int rows, double[] y, double[] x, double[] theta) {
            int places = rows * positions;
            int chunk = patches.chunk(places, channels);
            for (int first = 0; first < places; first += chunk) {
                outer(y, x, first, Math.min(chunk, places - first), 1, theta, weight);
            }
        }

        private void gradientOfRow(int row, double[] y, double[] x, double[] target, int start) {
            int end = (row + 1) * positions;
            int chunk = patches.chunk(positions, channels);
            double beta = 0;
            for (int first = row * positions; first < end; first += chunk) {
                outer(y, x, first, Math.min(chunk, end - first), beta, target, start);
                beta = 1;
            }
            Arrays.fill(target, start + channels * q, start + channels * q + channels, 0);
            addSums(row * positions, end, y, target, start + channels * q);
        }

        private void outer(double[] y, double[] x, int first, int count, double beta, double[] target, int to) {
            double[] p = patches.gather(x, first, count);
            Blas.gemm(
                    true,
                    false,
                    channels,
                    q,
                    count,
                    1,
                    y,
                    first * channels,
                    channels,
                    p,
                    patches.start(first),
                    q,
                    beta,
                    target,
                    to,
                    q);
        }

        private void addSums(int first, int end, double[] y, double[] target, int to) {
            for (int place = first; place < end; place++) {
                Accumulation.add(target, to, y, place * channels, channels);
            }
        }
    }
}
