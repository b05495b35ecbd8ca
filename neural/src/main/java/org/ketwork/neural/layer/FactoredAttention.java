package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Factored attention: position p takes y[p, e] = Σ_k α[h, k] x[t(p, k), e] for the units e of head h, with attention weights that depend
 * on the relative position k only and not on the content (Viteritti, Rende, Becca, Phys. Rev. Lett. 130, 236401 (2023), equation 5;
 * Rende, Viteritti, Bardone, Becca, Goldt, Commun. Phys. 7, 260 (2024)). With t(p, k) = p k in a group of translations the map commutes
 * with that group. Values and mixing of heads are dense layers at each position before and after it.
 *
 * <p>Samples are (positions, width), head h owns units h width/heads and on; α has shape (heads, kernel). Fresh weights are normal with
 * variance 1/kernel.
 */
public record FactoredAttention(IndexTable table, int heads, int width) implements Layer {
    public FactoredAttention {
        Sizes.requirePositive("number of heads", heads);
        Sizes.requirePositive("width", width);
        Sizes.requirePositive("size of the kernel", table.kernel());
        if (table.inputs() != table.outputs()) {
            throw new IllegalArgumentException("attention goes from positions to the same positions, got "
                    + table.inputs() + " to " + table.outputs());
        }
        if (width % heads != 0) {
            throw new IllegalArgumentException("the width must be a multiple of the number of heads, got width " + width
                    + " and " + heads + " heads");
        }
    }

    @Override
    public int inputs() {
        return table.inputs() * width;
    }

    @Override
    public int outputs() {
        return inputs();
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return List.of(ParameterBlock.of("weight", heads, table.kernel()));
    }

    @Override
    public void initialise(double[] theta, int offset, RandomAddress address) {
        Initial.normal(theta, offset, heads * table.kernel(), Math.sqrt(1.0 / table.kernel()), address);
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(place.offset(), maxRows);
    }

    /**
     * For one head, A is the matrix (positions, positions) of attention, and X of shape (positions, rows units) has the units of the head
     * of all rows side by side, so that Y = A X is one product for the whole batch.
     */
    private final class Maps implements LayerMaps {
        private final int positions = table.inputs();
        private final int kernel = table.kernel();
        private final int units = width / heads;
        private final int offset;
        private final double[] attention = new double[positions * positions];
        private final double[] packed;
        private final double[] other;

        Maps(int offset, int maxRows) {
            this.offset = offset;
            packed = new double[positions * maxRows * units];
            other = new double[packed.length];
        }

        @Override
        public void forward(Point at) {
            for (int h = 0; h < heads; h++) {
                mix(at.rows(), h, false, at.theta(), at.x(), 0);
                unpack(at.rows(), h, at.y());
            }
        }

        @Override
        public void tangent(Point at, Direction along) {
            for (int h = 0; h < heads; h++) {
                mix(at.rows(), h, false, at.theta(), along.x(), 0);
                mix(at.rows(), h, false, along.theta(), at.x(), 1);
                unpack(at.rows(), h, along.y());
            }
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            for (int h = 0; h < heads; h++) {
                mix(at.rows(), h, true, at.theta(), yBar, 0);
                unpack(at.rows(), h, xBar);
                addGradient(at.rows(), h, yBar, at.x(), thetaBar);
            }
        }

        @Override
        public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
            Optional<SampleGradients.Room> room = into.room(offset, parameterCount());
            for (int h = 0; h < heads; h++) {
                mix(at.rows(), h, true, at.theta(), yBar, 0);
                unpack(at.rows(), h, xBar);
                for (int r = 0; r < at.rows() && room.isPresent(); r++) {
                    int from = r * inputs() + h * units;
                    Blas.gemm(
                            false, true, positions, positions, units, 1, yBar, from, width, at.x(), from, width, 0,
                            attention, 0, positions);
                    int start = room.get().start() + r * room.get().stride() + h * kernel;
                    Arrays.fill(room.get().values(), start, start + kernel, 0);
                    collect(room.get().values(), start);
                }
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            for (int h = 0; h < heads; h++) {
                mix(at.rows(), h, true, at.theta(), dyBar, 0);
                mix(at.rows(), h, true, along.theta(), yBar, 1);
                unpack(at.rows(), h, dxBar);
                addGradient(at.rows(), h, dyBar, at.x(), dthetaBar);
                addGradient(at.rows(), h, yBar, along.x(), dthetaBar);
            }
        }

        /** other = beta other + A X, or Aᵀ X. */
        private void mix(int rows, int head, boolean transpose, double[] theta, double[] x, double beta) {
            Arrays.fill(attention, 0);
            for (int p = 0; p < positions; p++) {
                for (int k = 0; k < kernel; k++) {
                    int q = table.entries()[p][k];
                    if (q >= 0) {
                        attention[p * positions + q] += theta[offset + head * kernel + k];
                    }
                }
            }
            int n = rows * units;
            pack(rows, head, x, packed);
            Blas.gemm(
                    transpose, false, positions, n, positions, 1, attention, 0, positions, packed, 0, n, beta, other, 0,
                    n);
        }

        /** Adds what Y Xᵀ says of the weights of a head. */
        private void addGradient(int rows, int head, double[] y, double[] x, double[] thetaBar) {
            int n = rows * units;
            pack(rows, head, y, other);
            pack(rows, head, x, packed);
            Blas.gemm(false, true, positions, positions, n, 1, other, 0, n, packed, 0, n, 0, attention, 0, positions);
            collect(thetaBar, offset + head * kernel);
        }

        private void collect(double[] target, int start) {
            for (int p = 0; p < positions; p++) {
                for (int k = 0; k < kernel; k++) {
                    int q = table.entries()[p][k];
                    if (q >= 0) {
                        target[start + k] += attention[p * positions + q];
                    }
                }
            }
        }

        private void pack(int rows, int head, double[] x, double[] target) {
            for (int r = 0; r < rows; r++) {
                for (int p = 0; p < positions; p++) {
                    System.arraycopy(
                            x, (r * positions + p) * width + head * units, target, (p * rows + r) * units, units);
                }
            }
        }

        private void unpack(int rows, int head, double[] x) {
            for (int r = 0; r < rows; r++) {
                for (int p = 0; p < positions; p++) {
                    System.arraycopy(
                            other, (p * rows + r) * units, x, (r * positions + p) * width + head * units, units);
                }
            }
        }
    }
}
