package org.ketwork.neural.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

class MaskLawGoldenTest {
    private static final double EXACT = 1e-12;

    @Test
    void dropBlockSeedsAreAsRareAsPublished() {
        assertThat(new DropBlock(0.9, 28, 28, 7).gamma()).isCloseTo(0.003305785123967, within(5e-16));
        assertThat(new DropBlock(0.9, 14, 14, 7).gamma()).isCloseTo(0.00625, within(EXACT));
    }

    @Test
    void kOfDHasCoherenceKLessOneOverDLessOne() {
        assertThat(new KOfD(3, 8).coherence(8).get(2, 5)).isCloseTo(2.0 / 7, within(EXACT));
        assertThat(new KOfD(1, 8).coherence(8)).isEqualTo(Matrix.identity(8));
    }

    @Test
    void gaussianPhaseAndBernoulliMasksOfOnePDephaseAlike() {
        Matrix bernoulli = new Bernoulli(0.35).coherence(4);
        assertThat(new GaussianMask(0.35).coherence(4).data()).containsExactly(bernoulli.data(), within(EXACT));
        assertThat(RandomPhase.ofCoherence(0.35).complexCoherence(4).re().data())
                .containsExactly(bernoulli.data(), within(EXACT));
    }

    /** Equicorrelation of three units is positive semidefinite down to −1/2, which three phases reach and signs do not. */
    @Test
    void complexGaussianMasksReachTheExtremeEquicorrelation() {
        ComplexGaussianCorrelated.centred(ComplexMatrix.real(Moments.exchangeable(3, 1, -0.5)));
        assertThatThrownBy(() -> GaussianCorrelated.centred(Moments.exchangeable(3, 1, -0.51)))
                .hasMessageContaining("positive semidefinite");
    }

    @Test
    void aMaskDependsOnItsAddressAlone() {
        RandomAddress address = RandomAddress.root(9).at("mask").at(1, 2, 3);
        for (RealMaskLaw law : new RealMaskLaw[] {
            new Bernoulli(0.3),
            new KOfD(3, 9),
            BlockTied.consecutive(0.5, 9, 2),
            new DropBlock(0.8, 3, 3, 2),
            new GaussianMask(0.5)
        }) {
            double[] at = new double[20];
            law.fill(address, at, 5, 9);
            assertThat(Arrays.copyOfRange(at, 5, 14)).containsExactly(law.sample(address, 9));
            assertThat(Arrays.copyOf(at, 5)).containsOnly(0);
        }
    }

    @Test
    void bitsHaveTheirProbabilityInEveryPlace() {
        int draws = 20_000;
        for (double p : new double[] {0.5, 0.75, 0.1, 1.0 / 3, 0.999}) {
            int[] kept = new int[130];
            for (int draw = 0; draw < draws; draw++) {
                long[] words = new long[3];
                BernoulliBits.fill(RandomAddress.root(77).at(draw), p, words);
                for (int i = 0; i < 130; i++) {
                    kept[i] += (int) (words[i >>> 6] >>> i & 1);
                }
            }
            for (int i = 0; i < 130; i++) {
                // 5.9 standard errors, two-sided: 4e-9 a place, 2.5e-6 over all 650.
                assertThat(kept[i] / (double) draws)
                        .as("p %s place %d", p, i)
                        .isCloseTo(p, within(5.9 * Math.sqrt(p * (1 - p) / draws)));
            }
        }
    }

    @Test
    void keepProbabilitiesOutsideTheirRangeAreNamed() {
        for (double p : new double[] {0, 1.2, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> new Bernoulli(p)).hasMessage("keep probability must be in (0, 1], got " + p);
        }
        assertThatThrownBy(() -> new KOfD(5, 4)).hasMessageContaining("1..4 of 4, got 5");
        assertThatThrownBy(() -> new DropBlock(0.5, 4, 4, 5)).hasMessageContaining("1..4 on a 4 x 4 map, got 5");
        assertThatThrownBy(() -> new BlockTied(0.5, new int[] {0, 2})).hasMessage("block 1 of 3 has no unit");
        assertThatThrownBy(() -> new KOfD(2, 4).sample(RandomAddress.root(1), 5))
                .hasMessage("KOfD(k=2, d=4) is a law over 4 units, got 5");
    }
}
