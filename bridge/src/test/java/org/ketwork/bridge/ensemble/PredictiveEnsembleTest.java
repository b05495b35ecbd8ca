package org.ketwork.bridge.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class PredictiveEnsembleTest {
    private static final double EXACT = 1e-12;

    private static final PredictiveEnsemble THREE = PredictiveEnsemble.ofSamples(
            Matrix.of(new double[] {0.9, 0.1}, new double[] {0.6, 0.4}, new double[] {0.2, 0.8}));

    @Test
    void theThreeMemberExampleHasItsEntropies() {
        assertThat(THREE.bald()).isCloseTo(0.184732743817336, within(EXACT));
        assertThat(THREE.vonNeumannEntropy()).isCloseTo(0.320230125410450, within(EXACT));
        assertThat(THREE.predictiveEntropy()).isCloseTo(0.684231765130300, within(EXACT));
        assertThat(THREE.states().purity()).isCloseTo(0.823523806217620, within(EXACT));
        THREE.requireEntropyOrder();
    }

    @Test
    void theGeometricMeanIsTheSoftmaxOfTheMeanLogit() {
        assertThat(THREE.geometricMean()[0]).isCloseTo(0.6, within(EXACT));
        assertThat(THREE.geometricMean()[1]).isCloseTo(0.4, within(EXACT));
        assertThat(THREE.geometricSpread()).isCloseTo(0.231049060186648, within(EXACT));
    }

    @Test
    void theTwoMeansMinimiseTheTwoDivergences() {
        double toMembers = 0;
        double fromMembers = 0;
        double[][] members = {{0.9, 0.1}, {0.6, 0.4}, {0.2, 0.8}};
        for (double[] member : members) {
            toMembers += Entropies.relative(THREE.geometricMean(), member) / 3;
            fromMembers += Entropies.relative(member, THREE.arithmeticMean()) / 3;
        }
        assertThat(toMembers).isCloseTo(THREE.geometricSpread(), within(EXACT));
        assertThat(fromMembers).isCloseTo(THREE.bald(), within(EXACT));
        for (double q = 0.01; q < 1; q += 0.01) {
            double[] other = {q, 1 - q};
            double to = 0;
            double from = 0;
            for (double[] member : members) {
                to += Entropies.relative(other, member) / 3;
                from += Entropies.relative(member, other) / 3;
            }
            assertThat(to).isGreaterThanOrEqualTo(toMembers - EXACT);
            assertThat(from).isGreaterThanOrEqualTo(fromMembers - EXACT);
        }
    }

    @Test
    void randomEnsemblesObeyTheOrderOfEntropies() {
        RandomStream random = RandomAddress.root(20).stream();
        for (int trial = 0; trial < 2000; trial++) {
            int members = 1 + random.nextInt(8);
            int classes = 2 + random.nextInt(6);
            double sharpness = Math.pow(10, 2 * random.nextDouble() - 1);
            Matrix probabilities = Matrix.zeros(members, classes);
            double[] weights = new double[members];
            for (int m = 0; m < members; m++) {
                weights[m] = random.nextDouble() + 1e-3;
                double sum = 0;
                for (int c = 0; c < classes; c++) {
                    double e = Math.exp(sharpness * random.nextNormal());
                    probabilities.set(m, c, e);
                    sum += e;
                }
                for (int c = 0; c < classes; c++) {
                    probabilities.set(m, c, probabilities.get(m, c) / sum);
                }
            }
            new PredictiveEnsemble(weights, probabilities).requireEntropyOrder();
        }
    }

    @Test
    void aBrokenOrderOfEntropiesStopsTheRun() {
        assertThatThrownBy(() -> EntropyOrder.require(0.5, 0.4, 0.6, 1))
                .isInstanceOf(LawViolation.class)
                .hasMessage("the entropies of an ensemble must obey BALD <= S, got 0.5 > 0.4");
        assertThatThrownBy(() -> EntropyOrder.require(0.1, 0.7, 0.6, 1)).isInstanceOf(LawViolation.class);
        assertThatThrownBy(() -> EntropyOrder.require(0.1, 0.5, 0.6, 0.4)).isInstanceOf(LawViolation.class);
        EntropyOrder.require(0.1, 0.2, 0.3, 0.4);
    }
}
