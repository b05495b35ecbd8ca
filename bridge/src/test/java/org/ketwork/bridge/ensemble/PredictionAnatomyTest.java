package org.ketwork.bridge.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class PredictionAnatomyTest {
    private static NdArray random(long seed, int passes, int samples, int classes) {
        RandomStream random = RandomAddress.root(seed).stream();
        double[] data = new double[passes * samples * classes];
        for (int row = 0; row < passes * samples; row++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                data[row * classes + c] = Math.exp(2 * random.nextNormal());
                sum += data[row * classes + c];
            }
            for (int c = 0; c < classes; c++) {
                data[row * classes + c] /= sum;
            }
        }
        return NdArray.of(data, passes, samples, classes);
    }

    private static Matrix sample(NdArray array, int sample) {
        int[] shape = array.shape();
        Matrix rows = Matrix.zeros(shape[0], shape[2]);
        for (int t = 0; t < shape[0]; t++) {
            for (int c = 0; c < shape[2]; c++) {
                rows.set(t, c, array.data()[(t * shape[1] + sample) * shape[2] + c]);
            }
        }
        return rows;
    }

    @Test
    void blocksGiveWhatEachInputGivesAlone() {
        int[][] shapes = {{2, 1, 2}, {3, 67, 10}, {40, 130, 3}, {12, 5, 40}, {7, 1, 7}};
        try (Workers workers = Workers.of(2)) {
            for (int[] shape : shapes) {
                NdArray array = random(3, shape[0], shape[1], shape[2]);
                PredictionAnatomy anatomy = PredictionAnatomy.of(PredictionSource.of(array), workers);
                for (int s = 0; s < shape[1]; s++) {
                    PredictiveEnsemble alone = PredictiveEnsemble.ofSamples(sample(array, s));
                    assertThat(anatomy.predictiveEntropy()[s]).isCloseTo(alone.predictiveEntropy(), within(1e-12));
                    assertThat(anatomy.expectedEntropy()[s]).isCloseTo(alone.expectedEntropy(), within(1e-12));
                    assertThat(anatomy.bald()[s]).isCloseTo(alone.bald(), within(1e-12));
                    assertThat(anatomy.vonNeumannEntropy()[s]).isCloseTo(alone.vonNeumannEntropy(), within(1e-12));
                    assertThat(anatomy.purity()[s]).isCloseTo(alone.states().unbiasedPurity(), within(1e-12));
                    assertThat(anatomy.meanProbabilities().row(s))
                            .containsExactly(alone.arithmeticMean(), within(1e-12));
                }
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() {
        NdArray array = random(4, 20, 300, 10);
        try (Workers one = Workers.of(1);
                Workers two = Workers.of(2)) {
            PredictionAnatomy a = PredictionAnatomy.of(PredictionSource.of(array), one);
            PredictionAnatomy b = PredictionAnatomy.of(PredictionSource.of(array), two);
            assertThat(a.vonNeumannEntropy()).containsExactly(b.vonNeumannEntropy());
            assertThat(a.bald()).containsExactly(b.bald());
            assertThat(a.purity()).containsExactly(b.purity());
            assertThat(a.passesNeeded()).containsExactly(b.passesNeeded());
        }
    }

    @Test
    void certainAndIdenticalPassesArePure() {
        NdArray array = NdArray.of(new double[] {1, 0, 0, 1, 0, 0, 1, 0, 0}, 3, 1, 3);
        try (Workers workers = Workers.of(1)) {
            PredictionAnatomy anatomy = PredictionAnatomy.of(PredictionSource.of(array), workers);
            assertThat(anatomy.purity()[0]).isEqualTo(1);
            assertThat(anatomy.effectiveMembers()[0]).isEqualTo(1);
            assertThat(anatomy.vonNeumannEntropy()[0]).isZero();
            assertThat(anatomy.bald()[0]).isZero();
            assertThat(anatomy.passesNeededOverall()).hasValue(2);
        }
    }

    /**
     * States (1,0), (1,1)/√2, (0,1) with equal weights: mean overlaps with ρ are 1/2, 2/3, 1/2, of variance 1/162, so that the
     * purity 5/9 has variance 4/162/T + O(1/T²) and 5 % of it is reached at T = 4/162/(0.05·5/9)² = 32.
     */
    @Test
    void thePassesNeededAreThoseOfTheKnownVariance() {
        int passes = 3000;
        int samples = 40;
        RandomStream random = RandomAddress.root(8).stream();
        double[] data = new double[passes * samples * 2];
        for (int row = 0; row < passes * samples; row++) {
            double first = new double[] {1, 0.5, 0}[random.nextInt(3)];
            data[2 * row] = first;
            data[2 * row + 1] = 1 - first;
        }
        try (Workers workers = Workers.of(2)) {
            PredictionAnatomy anatomy =
                    PredictionAnatomy.of(PredictionSource.of(NdArray.of(data, passes, samples, 2)), workers);
            // Standard error of one estimate: the variance 1/162 is estimated from 3000 passes to 1.3 %, 32 to 0.8 with
            // the
            // scatter of the purity; of 40 together 0.13. Five of them: false alarms below 1e-6.
            assertThat(anatomy.mean(anatomy.passesNeeded())).isBetween(32 - 0.15, 33 + 0.65);
            assertThat(anatomy.mean(anatomy.purity())).isCloseTo(5.0 / 9, within(5 * Math.sqrt(4.0 / 162 / 3000 / 40)));
        }
    }

    @Test
    void badPredictionsAreRefusedWithTheirPlace() {
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(() -> PredictionAnatomy.of(
                            PredictionSource.of(NdArray.of(new double[] {0.5, 0.5, 0.5, 0.6}, 2, 1, 2)), workers))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("must sum to 1")
                    .hasMessageContaining("got 1.1 in pass 1, sample 0");
            assertThatThrownBy(() -> PredictionAnatomy.of(
                            PredictionSource.of(NdArray.of(new double[] {0.5, 0.5, -0.1, 1.1}, 2, 1, 2)), workers))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("got -0.1 in pass 1, sample 0, class 0");
            assertThatThrownBy(() -> PredictionAnatomy.of(
                            PredictionSource.of(NdArray.of(new double[] {0.5, 0.5, Double.NaN, 1}, 2, 1, 2)), workers))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("got NaN in pass 1");
            assertThatThrownBy(() -> PredictionAnatomy.of(
                            PredictionSource.of(NdArray.of(new double[] {0.5, 0.5}, 1, 1, 2)), workers))
                    .hasMessage("an ensemble needs at least 2 passes, got 1");
            assertThatThrownBy(() -> PredictionSource.of(NdArray.of(new double[] {0.5, 0.5}, 1, 2)))
                    .hasMessage("predictions must be an array of shape (passes, samples, classes), got 2 axes: [1, 2]");
        }
    }

    @Test
    void logitsBecomeProbabilities() {
        NdArray array = NdArray.of(new double[] {1, 2, 3, 1001, 1002, 1003}, 2, 1, 3);
        double[] target = new double[3];
        PredictionSource.softmaxOf(PredictionSource.of(array)).read(1, 0, 1, target);
        assertThat(target[0]).isCloseTo(0.09003057317038046, within(1e-15));
        assertThat(target[2]).isCloseTo(0.6652409557748219, within(1e-15));
    }
}
