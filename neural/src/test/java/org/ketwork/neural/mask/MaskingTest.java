package org.ketwork.neural.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

class MaskingTest {
    private static final RandomAddress PASS = RandomAddress.root(4).at("mask").at(0, 17);

    @Test
    void aSamplesMaskDoesNotDependOnItsBatch() {
        Masking masking = Masking.inverted(new Bernoulli(0.5));
        Matrix all = masking.factors(PASS, new long[] {0, 1, 2, 3, 4}, Matrix.zeros(5, 70));
        Matrix some = masking.factors(PASS, new long[] {3, 1}, Matrix.zeros(2, 70));
        assertThat(some.row(0)).containsExactly(all.row(3));
        assertThat(some.row(1)).containsExactly(all.row(1));
        assertThat(all.row(0)).isNotEqualTo(all.row(1));
        assertThat(all.data()).containsOnly(0, 2);
    }

    @Test
    void aSharedMaskIsOneForAllSamples() {
        Masking masking = Masking.inverted(new Bernoulli(0.5)).with(Sharing.PER_BATCH);
        Matrix factors = masking.factors(PASS, new long[] {8, 9, 1}, Matrix.zeros(3, 70));
        assertThat(factors.row(0)).containsExactly(factors.row(1)).containsExactly(factors.row(2));
        assertThat(masking.factors(PASS, new long[] {5}, Matrix.zeros(1, 70)).row(0))
                .containsExactly(factors.row(0));
    }

    @Test
    void scalingDividesByTheMean() {
        Matrix zeros = Matrix.zeros(1, 4);
        assertThat(Masking.inverted(new KOfD(1, 4))
                        .factors(PASS, new long[] {0}, zeros)
                        .data())
                .containsExactlyInAnyOrder(0, 0, 0, 4);
        assertThat(Masking.plain(new KOfD(1, 4))
                        .factors(PASS, new long[] {0}, zeros)
                        .data())
                .containsExactlyInAnyOrder(0, 0, 0, 1);
    }

    @Test
    void eachPolicyDoesWhatItsNameSays() {
        long[] samples = new long[4000];
        Arrays.setAll(samples, i -> i);
        Matrix shape = Matrix.zeros(samples.length, 3);
        Masking plain = Masking.plain(new Bernoulli(0.2));
        double[] sizes = counts(plain.factors(PASS, samples, shape));
        // P(all dropped) = 0.512; the policies change exactly those rows. 5 standard errors of 0.0079: 6e-7.
        assertThat(sizes[0] / 4000).isCloseTo(0.512, within(5 * 0.0079));
        double[] one = counts(plain.with(WhenAllDropped.KEEP_ONE).factors(PASS, samples, shape));
        assertThat(one).containsExactly(0, sizes[0] + sizes[1], sizes[2], sizes[3]);
        double[] all = counts(plain.with(WhenAllDropped.KEEP_ALL).factors(PASS, samples, shape));
        assertThat(all).containsExactly(0, sizes[1], sizes[2], sizes[0] + sizes[3]);
        double[] again = counts(plain.with(WhenAllDropped.RESAMPLE).factors(PASS, samples, shape));
        assertThat(again[0]).isZero();
        // Conditioned on K ≥ 1 the size is 1 with probability 0.384/0.488.
        assertThat(again[1] / 4000).isCloseTo(0.384 / 0.488, within(5 * 0.0065));
    }

    private static double[] counts(Matrix factors) {
        double[] counts = new double[factors.columns() + 1];
        for (int i = 0; i < factors.rows(); i++) {
            counts[(int) Arrays.stream(factors.row(i)).sum()]++;
        }
        return counts;
    }

    @Test
    void featureAwareMasksReadTheScores() {
        Matrix scores = Matrix.of(new double[] {5, -1, 2}, new double[] {-1, 3, -2});
        Matrix factors = Masking.plain(new AdversarialDeletion(1)).factors(PASS, new long[] {0, 1}, scores);
        assertThat(factors).isEqualTo(Matrix.of(new double[] {0, 1, 1}, new double[] {1, 0, 1}));
    }

    @Test
    void impossibleCombinationsAreRefused() {
        assertThatThrownBy(() -> Masking.plain(new RandomPhase(1))).hasMessageContaining("complex masks");
        assertThatThrownBy(() -> Masking.inverted(GaussianCorrelated.centred(Matrix.identity(2))))
                .hasMessageContaining("cannot be inverted");
        assertThatThrownBy(() -> Masking.plain(new Standout(1, 0)).with(Sharing.PER_BATCH))
                .hasMessageContaining("cannot share a mask");
    }

    @Test
    void schedulesRunAsTheirFormulas() {
        assertThat(new KeepSchedule.Constant(0.7).keepProbability(1e9)).isEqualTo(0.7);
        KeepSchedule annealed = new KeepSchedule.Annealed(0.5, 1, 10);
        assertThat(annealed.keepProbability(0)).isEqualTo(0.5);
        assertThat(annealed.keepProbability(5)).isEqualTo(0.75);
        assertThat(annealed.keepProbability(20)).isEqualTo(1);
        KeepSchedule curriculum = new KeepSchedule.Curriculum(0.5, 0.1);
        assertThat(curriculum.keepProbability(0)).isEqualTo(1);
        assertThat(curriculum.keepProbability(10)).isCloseTo(0.5 * Math.exp(-1) + 0.5, within(1e-15));
        KeepSchedule phases = new KeepSchedule.TwoPhase(0.4, 0.9, 3);
        assertThat(phases.keepProbability(2.999)).isEqualTo(0.4);
        assertThat(phases.keepProbability(3)).isEqualTo(0.9);
        assertThatThrownBy(() -> new KeepSchedule.Constant(1.2))
                .hasMessage("keep probability must be in (0, 1], got 1.2");
    }
}
