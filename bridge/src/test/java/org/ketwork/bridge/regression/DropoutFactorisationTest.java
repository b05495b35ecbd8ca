package org.ketwork.bridge.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.Svd;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class DropoutFactorisationTest {
    private static final Matrix TARGET = Matrix.diagonal(5, 3, 1, 0.5);

    private record Golden(
            double penalty, int width, double threshold, double[] values, double objective, double path) {}

    private static final List<Golden> GOLDEN = List.of(
            new Golden(1, 4, 4.0 / 3, new double[] {11.0 / 3, 5.0 / 3, 0, 0}, 11.0 + 11.0 / 12, 4.0 / 3),
            new Golden(0.25, 4, 0.475, new double[] {4.525, 2.525, 0.525, 0.025}, 4.5125, 1.9),
            new Golden(1, 2, 2, new double[] {3, 1, 0, 0}, 17.25, 2),
            new Golden(1, 16, 0.475, new double[] {4.525, 2.525, 0.525, 0.025}, 4.5125, 0.475));

    @Test
    void globalMinimumIsTheSoftThreshold() {
        for (Golden golden : GOLDEN) {
            DropoutFactorisation.Minimum minimum = net(golden).globalMinimum();
            assertThat(minimum.threshold()).isEqualTo(golden.threshold, within(1e-14));
            assertThat(minimum.singularValues()).containsExactly(golden.values, within(1e-14));
            assertThat(minimum.objective()).isEqualTo(golden.objective, within(1e-13));
            assertThat(minimum.pathNorm()).isEqualTo(golden.path, within(1e-14));
        }
    }

    @Test
    void theOptimalNetworkIsEqualisedStationaryAndAttainsTheMinimum() {
        for (Golden golden : GOLDEN) {
            DropoutFactorisation net = net(golden);
            double[] best = net.optimalParameters();
            assertThat(net.objective(best)).isEqualTo(golden.objective, within(1e-12));
            for (double path : net.pathNorms(best)) {
                assertThat(path).isEqualTo(golden.path, within(1e-12));
            }
            for (double slope : net.gradient(best)) {
                assertThat(slope).isEqualTo(0, within(1e-12));
            }
        }
    }

    @Test
    void descentFromRandomStartsEndsInTheSoftThresholdSolution() {
        for (int g = 0; g < GOLDEN.size(); g++) {
            Golden golden = GOLDEN.get(g);
            DropoutFactorisation net = net(golden);
            for (int start = 0; start < 12; start++) {
                RandomStream random = RandomAddress.root(1).at(g, start).stream();
                double[] from = IntStream.range(0, net.parameters())
                        .mapToDouble(i -> random.nextNormal())
                        .toArray();
                double[] found = net.descend(from);
                assertThat(net.objective(found)).isEqualTo(golden.objective, within(1e-11));
                assertThat(Svd.values(net.outgoing(found).timesTranspose(net.incoming(found))))
                        .containsExactly(golden.values, within(1e-10));
                for (double path : net.pathNorms(found)) {
                    assertThat(path).isEqualTo(golden.path, within(1e-10));
                }
            }
        }
    }

    @Test
    void gradientIsTheDerivativeOfTheObjective() {
        DropoutFactorisation net =
                DropoutFactorisation.of(Matrix.of(new double[] {1, -2, 0.5}, new double[] {0.3, 1, 2}), 4, 0.7);
        RandomStream random = RandomAddress.root(9).stream();
        double[] at = new double[net.parameters()];
        for (int i = 0; i < at.length; i++) {
            at[i] = random.nextNormal();
        }
        double[] gradient = net.gradient(at);
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (net.objective(up) - net.objective(down)) / 2e-5;
            assertThat(gradient[i]).isEqualTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        }
    }

    private static DropoutFactorisation net(Golden golden) {
        return DropoutFactorisation.withPenalty(TARGET, golden.width, golden.penalty);
    }
}
