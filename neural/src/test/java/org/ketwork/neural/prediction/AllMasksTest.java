package org.ketwork.neural.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.DropBlock;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class AllMasksTest {
    private static Matrix random(RandomStream random, int rows, int columns, double scale) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = scale * random.nextNormal();
        }
        return matrix;
    }

    private static MaskedReadout readout(int inputs, int units, int classes, double scale, RealMaskLaw law) {
        RandomStream random = RandomAddress.root(units).stream();
        return MaskedReadout.of(
                random(random, inputs, units, scale),
                random(random, classes, units, 1),
                random(random, 1, classes, 1).data(),
                law,
                Scaling.INVERTED);
    }

    @Test
    void theGrayCodeWalkEqualsOneMaskAfterTheOther() {
        RealMaskLaw[] laws = {
            new Bernoulli(0.5), new Bernoulli(0.85), new KOfD(3, 14), BlockTied.consecutive(0.4, 14, 2)
        };
        try (Workers workers = Workers.of(2)) {
            for (RealMaskLaw law : laws) {
                for (int inputs : new int[] {1, 35}) {
                    requireSame(readout(inputs, 14, 3, 1, law), workers);
                }
            }
            requireSame(readout(2, 3, 4, 1, new Bernoulli(0.5)), workers);
            requireSame(readout(2, 1, 2, 1, new Bernoulli(0.3)), workers);
            requireSame(readout(3, 14, 3, 60, new Bernoulli(0.5)), workers);
            requireSame(readout(3, 13, 3, 5000, new Bernoulli(0.5)), workers);
        }
    }

    private static void requireSame(MaskedReadout readout, Workers workers) {
        AllMasks fast = AllMasks.of(readout, workers);
        AllMasks slow = AllMasks.oneByOne(readout);
        assertThat(fast.mean().data()).containsExactly(slow.mean().data(), within(1e-12));
        assertThat(fast.expectedEntropy()).containsExactly(slow.expectedEntropy(), within(1e-11));
        for (int n = 0; n < readout.inputs(); n++) {
            assertThat(fast.densities().get(n).data())
                    .containsExactly(slow.densities().get(n).data(), within(1e-12));
            assertThat(fast.densities().get(n).trace()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() {
        MaskedReadout readout = readout(40, 15, 4, 1, new Bernoulli(0.5));
        try (Workers one = Workers.of(1);
                Workers two = Workers.of(2)) {
            assertThat(AllMasks.of(readout, one).densities())
                    .isEqualTo(AllMasks.of(readout, two).densities());
            assertThat(AllMasks.of(readout, one).expectedEntropy())
                    .containsExactly(AllMasks.of(readout, two).expectedEntropy());
        }
    }

    /** Independent route: Monte Carlo over the same masks through the network itself. */
    @Test
    void aNetworksLastLayerIsReadOutAsTheNetworkDoes() {
        Network network = Network.ofInputs(3)
                .dense(8)
                .activation(Activation.TANH)
                .masked(Masking.inverted(new Bernoulli(0.6)))
                .dense(4)
                .build();
        Parameters parameters = network.initialise(RandomAddress.root(1));
        Matrix inputs = random(RandomAddress.root(2).stream(), 5, 3, 1);
        MaskedReadout readout = MaskedReadout.of(parameters, inputs);
        assertThat(readout.switches()).isEqualTo(8);
        try (Workers workers = Workers.of(1)) {
            AllMasks exact = AllMasks.of(readout, workers);
            Matrix sampled = new MonteCarlo(parameters, 20_000, RandomAddress.root(3)).mean(inputs, workers);
            for (int i = 0; i < sampled.data().length; i++) {
                double p = exact.mean().data()[i];
                // The spread of a probability is at most √(p(1−p)); 5.5 standard errors: 4e-8 a comparison.
                assertThat(sampled.data()[i]).isCloseTo(p, within(5.5 * Math.sqrt(p * (1 - p) / 20_000)));
            }
        }
    }

    @Test
    void whatCannotBeEnumeratedIsRefused() {
        assertThatThrownBy(() -> readout(1, 25, 2, 1, new Bernoulli(0.5)))
                .hasMessage("all masks can be visited for 1 to 24 switches, got 25");
        assertThatThrownBy(() -> readout(1, 4, 2, 1, new DropBlock(0.9, 2, 2, 1)))
                .hasMessageContaining("no exchangeable switches");
    }
}
