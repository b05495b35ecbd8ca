package org.ketwork.neural.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** All masks of a law, those of zeros only replaced by hand, against the moments that the masking reports. */
    @ParameterizedTest
    @EnumSource
    void theReportedMomentsAreThoseOfTheMasksThatAct(WhenAllDropped choice) {
        for (RealMaskLaw law : new RealMaskLaw[] {
            new Bernoulli(0.3),
            new Bernoulli(1),
            new BlockTied(0.2, new int[] {0, 1, 0, 1}),
            new KOfD(2, 4),
            new DropBlock(0.5, 2, 2, 1)
        }) {
            Masking masking = Masking.plain(law).with(choice);
            double[] chance = chances(law);
            double none = chance[0];
            chance[0] = choice == WhenAllDropped.KEEP_NONE ? none : 0;
            for (int mask = 1; mask < 16; mask++) {
                chance[mask] = switch (choice) {
                    case KEEP_NONE -> chance[mask];
                    case RESAMPLE -> chance[mask] / (1 - none);
                    case KEEP_ONE -> chance[mask] + (Integer.bitCount(mask) == 1 ? none / 4 : 0);
                    case KEEP_ALL -> chance[mask] + (mask == 15 ? none : 0);
                };
            }
            double[] mean = new double[4];
            double[] moment = new double[16];
            double[] size = new double[5];
            for (int mask = 0; mask < 16; mask++) {
                size[Integer.bitCount(mask)] += chance[mask];
                for (int i = 0; i < 4; i++) {
                    mean[i] += chance[mask] * (mask >>> i & 1);
                    for (int j = 0; j < 4; j++) {
                        moment[i * 4 + j] += chance[mask] * (mask >>> i & 1) * (mask >>> j & 1);
                    }
                }
            }
            assertThat(masking.mean(4)).as(law.describe()).containsExactly(mean, within(1e-15));
            assertThat(masking.secondMoment(4).data()).as(law.describe()).containsExactly(moment, within(1e-15));
            assertThat(masking.coherence(4).get(0, 1))
                    .isCloseTo(moment[1] / Math.sqrt(moment[0] * moment[5]), within(1e-15));
            assertThat(masking.sizeLaw(4).orElseThrow()).as(law.describe()).containsExactly(size, within(1e-15));
            assertThat(masking.meanFactors(new double[4])).containsExactly(masking.mean(4));
        }
    }

    /** P of each set of four kept units, as bits. */
    private static double[] chances(RealMaskLaw law) {
        double[] chance = new double[16];
        for (int mask = 0; mask < 16; mask++) {
            int kept = Integer.bitCount(mask);
            chance[mask] = switch (law) {
                case BlockTied tied ->
                    (mask & 5) % 5 != 0 || (mask >> 1 & 5) % 5 != 0
                            ? 0
                            : Math.pow(tied.keepProbability(), kept / 2)
                                    * Math.pow(1 - tied.keepProbability(), 2 - kept / 2);
                case KOfD _ -> kept == 2 ? 1.0 / 6 : 0;
                default -> Math.pow(law.keepProbability(), kept) * Math.pow(1 - law.keepProbability(), 4 - kept);
            };
        }
        return chance;
    }

    @ParameterizedTest
    @EnumSource
    void invertedMasksHaveMeanOneWhateverHappensToMasksOfZeros(WhenAllDropped choice) {
        int draws = 40_000;
        long[] samples = new long[draws];
        Arrays.setAll(samples, i -> i);
        Masking masking = Masking.inverted(new Bernoulli(0.2)).with(choice);
        Matrix factors = masking.factors(PASS, samples, Matrix.zeros(draws, 3));
        double p = masking.mean(3)[0];
        for (int unit = 0; unit < 3; unit++) {
            double mean = Arrays.stream(factors.column(unit)).sum() / draws;
            // 5.3 standard errors: a false alarm rate of 1e-7 a unit.
            assertThat(mean).isCloseTo(1, within(5.3 * Math.sqrt((1 - p) / p / draws)));
        }
    }

    @Test
    void featureAwareMasksHaveTheMeanOfTheMasksThatActToo() {
        double[] scores = {-1, 0.5};
        double a = 1 / (1 + Math.exp(1));
        double b = 1 / (1 + Math.exp(-0.5));
        Masking standout = Masking.plain(new Standout(1, 0));
        assertThat(standout.meanFactors(scores)).containsExactly(new double[] {a, b}, within(1e-15));
        assertThat(standout.with(WhenAllDropped.RESAMPLE).meanFactors(scores)[1])
                .isCloseTo(b / (a + b - a * b), within(1e-15));
        assertThatThrownBy(() -> standout.mean(2)).hasMessageContaining("has moments only for given scores");
        DropBlock large = new DropBlock(0.9, 8, 8, 3);
        assertThatThrownBy(() -> Masking.inverted(large).with(WhenAllDropped.KEEP_ONE))
                .hasMessageContaining("use KEEP_NONE");
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
