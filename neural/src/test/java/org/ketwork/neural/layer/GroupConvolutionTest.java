package org.ketwork.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class GroupConvolutionTest {
    private static final RandomAddress RANDOM = RandomAddress.root(77);
    private static final int SAMPLES = 3;

    @Test
    void withNeighboursAndZerosOutsideItIsTheConvolutionOfImages() {
        ImageShape image = new ImageShape(2, 4, 5);
        Network convolution = Network.ofImages(image).convolution(3, 3, 1, 1).build();
        Network ours = Network.ofInputs(40).groupConvolution(window(4, 5), 3).build();
        Parameters theirs = convolution.initialise(RANDOM);
        Parameters shuffled = ours.initialise(RANDOM);
        // Images are channel-major, and so are the windows of their filters.
        for (int o = 0; o < 3; o++) {
            for (int k = 0; k < 9; k++) {
                for (int c = 0; c < 2; c++) {
                    shuffled.values()[(o * 9 + k) * 2 + c] = theirs.values()[(o * 2 + c) * 9 + k];
                }
            }
            theirs.values()[54 + o] = o - 1.5;
            shuffled.values()[54 + o] = o - 1.5;
        }
        Matrix x = normals(SAMPLES, 40);
        Matrix y = convolution.apply(theirs, x, Pass.unmasked());
        Matrix z = ours.apply(shuffled, transposed(x, 2, 20), Pass.unmasked());
        assertThat(z.data()).containsExactly(transposed(y, 3, 20).data(), within(1e-13));
    }

    @Test
    void withGroupProductsItCommutesWithTheGroup() {
        int[][] s3 = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}};
        int[][] products = new int[6][6];
        for (int g = 0; g < 6; g++) {
            for (int k = 0; k < 6; k++) {
                products[g][k] = find(s3, after(s3[g], s3[k]));
            }
        }
        Network network = Network.ofInputs(3)
                .groupConvolution(new IndexTable(3, s3), 2)
                .activation(Activation.TANH)
                .groupConvolution(new IndexTable(6, products), 2)
                .build();
        Parameters parameters = network.initialise(RANDOM.at("group"));
        Matrix x = normals(1, 3);
        double[] y = network.apply(parameters, x, Pass.unmasked()).data();
        for (int h = 0; h < 6; h++) {
            Matrix moved = Matrix.zeros(1, 3);
            for (int i = 0; i < 3; i++) {
                moved.data()[i] = x.data()[s3[h][i]];
            }
            double[] z = network.apply(parameters, moved, Pass.unmasked()).data();
            for (int g = 0; g < 6; g++) {
                for (int c = 0; c < 2; c++) {
                    assertThat(z[g * 2 + c]).isCloseTo(y[products[h][g] * 2 + c], within(1e-14));
                }
            }
        }
    }

    @Test
    void causalTablesLetNothingThroughFromLater() {
        IndexTable causal = new IndexTable(4, new int[][] {{-1, -1}, {0, -1}, {1, 0}, {2, 1}});
        Network network = Network.ofInputs(4)
                .groupConvolution(causal, 3)
                .activation(Activation.TANH)
                .densePerPosition(4, 2)
                .build();
        Parameters parameters = network.initialise(RANDOM.at("causal"));
        Matrix x = normals(1, 4);
        double[] y = network.apply(parameters, x, Pass.unmasked()).data();
        for (int site = 0; site < 4; site++) {
            Matrix moved = x.copy();
            moved.data()[site] += 1;
            double[] z = network.apply(parameters, moved, Pass.unmasked()).data();
            for (int p = 0; p < 4; p++) {
                boolean same = z[2 * p] == y[2 * p] && z[2 * p + 1] == y[2 * p + 1];
                assertThat(same).as("site %d, position %d", site, p).isEqualTo(site != p - 1 && site != p - 2);
            }
        }
    }

    @Test
    void badTablesAreRefused() {
        assertThatThrownBy(() -> new IndexTable(2, new int[][] {{0, 2}})).hasMessageContaining("from -1 to 1, got 2");
        assertThatThrownBy(() -> new GroupConvolution(new IndexTable(2, new int[][] {{0}, {0, 1}}), 1, 1))
                .hasMessageContaining("equally many, got 1 and 2");
        assertThatThrownBy(() -> Network.ofInputs(5).densePerPosition(2, 3))
                .hasMessageContaining("needs a multiple of 2 units, got 5");
        assertThatThrownBy(() -> new ConnectedDense(new IndexTable(3, new int[][] {{1, 1}})))
                .hasMessageContaining("must be different inputs, got [1, 1]");
        assertThatThrownBy(() -> new FactoredAttention(IndexTable.identity(3), 2, 5))
                .hasMessageContaining("got width 5 and 2 heads");
    }

    private static IndexTable window(int height, int width) {
        int[][] entries = new int[height * width][9];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                for (int k = 0; k < 9; k++) {
                    int u = i + k / 3 - 1;
                    int v = j + k % 3 - 1;
                    boolean inside = u >= 0 && u < height && v >= 0 && v < width;
                    entries[i * width + j][k] = inside ? u * width + v : -1;
                }
            }
        }
        return new IndexTable(height * width, entries);
    }

    /** From (channels, positions) to (positions, channels). */
    private static Matrix transposed(Matrix x, int channels, int positions) {
        Matrix result = Matrix.zeros(x.rows(), x.columns());
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < channels; c++) {
                for (int p = 0; p < positions; p++) {
                    result.data()[(r * positions + p) * channels + c] = x.data()[(r * channels + c) * positions + p];
                }
            }
        }
        return result;
    }

    /** First k, then g. */
    private static int[] after(int[] g, int[] k) {
        int[] product = new int[g.length];
        for (int i = 0; i < g.length; i++) {
            product[i] = g[k[i]];
        }
        return product;
    }

    private static int find(int[][] group, int[] element) {
        for (int g = 0; g < group.length; g++) {
            if (java.util.Arrays.equals(group[g], element)) {
                return g;
            }
        }
        throw new IllegalArgumentException("not in the group");
    }

    private static Matrix normals(int rows, int columns) {
        RandomStream stream = RANDOM.at("numbers").stream();
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.data()[i] = stream.nextNormal();
        }
        return matrix;
    }
}
