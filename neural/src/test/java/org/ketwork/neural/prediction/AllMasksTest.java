package org.ketwork.neural.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.DropBlock;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.neural.mask.WhenAllDropped;
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
        return readout(inputs, units, classes, scale, Masking.inverted(law));
    }

    private static MaskedReadout readout(int inputs, int units, int classes, double scale, Masking masking) {
        RandomStream random = RandomAddress.root(units).stream();
        return MaskedReadout.of(
                random(random, inputs, units, scale),
                random(random, classes, units, 1),
                random(random, 1, classes, 1).data(),
                masking);
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

    /** Every draw of the law is put right by hand, as the choice for all-dropped masks says. */
    @ParameterizedTest
    @EnumSource
    void masksOfZerosOnlyCountAsTheChoiceSays(WhenAllDropped choice) {
        int units = 5;
        double keep = 0.3;
        Masking masking = Masking.plain(new Bernoulli(keep)).with(choice);
        MaskedReadout readout = readout(3, units, 4, 1, masking);
        double[] weight = new double[1 << units];
        for (int mask = 0; mask < weight.length; mask++) {
            int kept = Integer.bitCount(mask);
            weight[mask] = Math.pow(keep, kept) * Math.pow(1 - keep, units - kept);
        }
        double none = weight[0];
        weight[0] = choice == WhenAllDropped.KEEP_NONE ? none : 0;
        for (int mask = 1; mask < weight.length; mask++) {
            weight[mask] = switch (choice) {
                case KEEP_NONE -> weight[mask];
                case RESAMPLE -> weight[mask] / (1 - none);
                case KEEP_ONE -> weight[mask] + (Integer.bitCount(mask) == 1 ? none / units : 0);
                case KEEP_ALL -> weight[mask] + (mask == weight.length - 1 ? none : 0);
            };
        }
        Matrix expected = Matrix.zeros(3, 4);
        for (int n = 0; n < 3; n++) {
            for (int mask = 0; mask < weight.length; mask++) {
                double[] p = readout.bias().clone();
                for (int s = 0; s < units; s++) {
                    for (int c = 0; c < 4; c++) {
                        p[c] += (mask >>> s & 1) * readout.contribution(n, s, c);
                    }
                }
                double sum = 0;
                for (double z : p) {
                    sum += Math.exp(z);
                }
                for (int c = 0; c < 4; c++) {
                    expected.set(n, c, expected.get(n, c) + weight[mask] * Math.exp(p[c]) / sum);
                }
            }
        }
        try (Workers workers = Workers.of(1)) {
            assertThat(AllMasks.of(readout, workers).mean().data()).containsExactly(expected.data(), within(1e-14));
        }
        // An inverted mask is divided by the mean of the masks that act.
        MaskedReadout inverted =
                readout(3, units, 4, 1, Masking.inverted(new Bernoulli(keep)).with(choice));
        assertThat(inverted.contribution(1, 2, 3) * masking.mean(units)[2])
                .isCloseTo(readout.contribution(1, 2, 3), within(1e-14));
    }

    @Test
    void whatCannotBeEnumeratedIsRefused() {
        assertThatThrownBy(() -> readout(
                        1,
                        4,
                        2,
                        1,
                        Masking.plain(BlockTied.consecutive(0.5, 4, 2)).with(WhenAllDropped.KEEP_ONE)))
                .hasMessageStartingWith("KEEP_ONE keeps single units, but BlockTied(p=0.5, 2 blocks) switches blocks");
        assertThatThrownBy(() -> readout(1, 25, 2, 1, new Bernoulli(0.5)))
                .hasMessage("all masks can be visited for 1 to 24 switches, got 25");
        assertThatThrownBy(() -> readout(1, 4, 2, 1, new DropBlock(0.9, 2, 2, 1)))
                .hasMessageContaining("no exchangeable switches");
    }
}
