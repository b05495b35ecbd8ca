package org.ketwork.neural.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.ImageShape;
import org.ketwork.neural.layer.IndexTable;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** The Jacobian that is not stored and its kernel, against the stored Jacobian of {@link Derivatives}. */
class NetworkJacobianTest {
    private static final RandomAddress RANDOM = RandomAddress.root(5);
    /** More than one block and more than one tile. */
    private static final int SAMPLES = 150;

    static Stream<Network> networks() {
        IndexTable ring = new IndexTable(4, new int[][] {{3, 0, 1}, {0, 1, 2}, {1, 2, 3}, {2, 3, 0}});
        return Stream.of(
                Network.dense(Activation.TANH, 4, 6, 5, 1),
                Network.ofInputs(4)
                        .denseWithoutBias(5)
                        .activation(Activation.SILU)
                        .masked(Masking.inverted(new Bernoulli(0.7)))
                        .dense(2)
                        .build(),
                Network.ofInputs(4)
                        .groupConvolution(ring, 3)
                        .residual(block -> block.layerNorm(4)
                                .groupConvolution(ring, 2)
                                .activation(Activation.SILU)
                                .groupConvolution(ring, 3))
                        .factoredAttention(ring, 1)
                        .sumOverPositions(4)
                        .dense(4)
                        .complexLogCoshSum()
                        .build(),
                Network.ofImages(new ImageShape(1, 2, 2))
                        .convolution(3, 2, 1, 1)
                        .flatten()
                        .connected(new IndexTable(27, new int[][] {{0, 3}, {5}, {26, 1, 2}}))
                        .residual(block -> block.dense(3).layerNorm())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void rowsProductsAndKernelAreThoseOfTheStoredJacobian(Network network) {
        Parameters parameters = network.initialise(RANDOM.at("weights"));
        Matrix inputs = normals(SAMPLES, network.inputs(), "inputs");
        Pass pass = Pass.masked(RANDOM.at("masks"), 3);
        Matrix stored = new Derivatives(parameters, inputs, pass).jacobian();
        NetworkJacobian jacobian = jacobian(parameters, inputs, pass);
        int o = network.outputs();
        int count = network.parameterCount();
        double size = stored.frobeniusNorm();

        double[][] rows = new double[o][100 * count];
        jacobian.rows(7, 100, rows);
        for (int s = 0; s < 100; s++) {
            for (int a = 0; a < o; a++) {
                for (int k = 0; k < count; k++) {
                    assertThat(rows[a][s * count + k]).isCloseTo(stored.get((7 + s) * o + a, k), within(1e-13 * size));
                }
            }
        }
        try (Workers workers = Workers.of(2)) {
            double[] direction = normals(1, count, "direction").data();
            double[] out = new double[SAMPLES * o];
            jacobian.product(direction, out, workers);
            assertThat(out).containsExactly(stored.times(direction), within(1e-12 * size));

            double[] signal = normals(1, SAMPLES * o, "signal").data();
            double[] gradient = new double[count];
            jacobian.adjoint(signal, gradient, workers);
            assertThat(gradient).containsExactly(stored.transposeTimes(signal), within(1e-12 * size));

            double[] kernel = new double[o * SAMPLES * o * SAMPLES];
            TangentKernel.write(jacobian, kernel, workers);
            Matrix expected = stored.times(stored.transpose());
            for (int i = 0; i < o * SAMPLES; i++) {
                for (int j = 0; j < o * SAMPLES; j++) {
                    double there = expected.get(i % SAMPLES * o + i / SAMPLES, j % SAMPLES * o + j / SAMPLES);
                    assertThat(kernel[i * o * SAMPLES + j]).isCloseTo(there, within(1e-13 * size * size));
                    assertThat(kernel[i * o * SAMPLES + j]).isEqualTo(kernel[j * o * SAMPLES + i]);
                }
            }
        }
    }

    @Test
    void oneThreadAndManyGiveTheSameBits() {
        Network network = Network.dense(Activation.TANH, 4, 6, 2);
        Parameters parameters = network.initialise(RANDOM.at("weights"));
        NetworkJacobian jacobian = jacobian(parameters, normals(SAMPLES, 4, "inputs"), Pass.unmasked());
        double[] signal = normals(1, SAMPLES * 2, "signal").data();
        double[][] results = new double[2][];
        double[][] kernels = new double[2][4 * SAMPLES * SAMPLES];
        for (int i = 0; i < 2; i++) {
            try (Workers workers = Workers.of(1 + 2 * i)) {
                results[i] = new double[network.parameterCount()];
                jacobian.adjoint(signal, results[i], workers);
                TangentKernel.write(jacobian, kernels[i], workers);
            }
        }
        assertThat(results[0]).containsExactly(results[1]);
        assertThat(kernels[0]).containsExactly(kernels[1]);
    }

    @Test
    void aDenseLayerCostsItsInputsAndOutputsAndAnotherItsParametersForEachPairOfSamples() {
        Network network = Network.ofInputs(4)
                .dense(7)
                .activation(Activation.SILU)
                .layerNorm()
                .dense(2)
                .build();
        NetworkJacobian jacobian =
                jacobian(network.initialise(RANDOM.at("weights")), normals(SAMPLES, 4, "inputs"), Pass.unmasked());
        double pairs = SAMPLES * SAMPLES / 2.0;
        assertThat(TangentKernel.multiplications(jacobian)).isEqualTo(pairs * (4 + 4 * 7 + 4 * 2 * 7 + 7 + 4 * 2));
    }

    private static NetworkJacobian jacobian(Parameters parameters, Matrix inputs, Pass pass) {
        int width = inputs.columns();
        return new NetworkJacobian(
                parameters,
                (first, count, target) -> System.arraycopy(inputs.data(), first * width, target, 0, count * width),
                LongStream.range(0, inputs.rows()).toArray(),
                pass);
    }

    private static Matrix normals(int rows, int columns, String purpose) {
        RandomStream stream = RANDOM.at(purpose).stream();
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.data()[i] = stream.nextNormal();
        }
        return matrix;
    }
}
