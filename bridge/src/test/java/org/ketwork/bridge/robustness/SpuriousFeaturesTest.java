package org.ketwork.bridge.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.robustness.SignRule.Effect;
import org.ketwork.numerics.random.RandomAddress;

class SpuriousFeaturesTest {
    private static final double[] KEEP = {1, 0.5, 0.1};

    private record Golden(SpuriousFeatures model, double[] minority, double joint, double marginal, Effect effect) {}

    private static final List<Golden> GOLDEN = List.of(
            new Golden(
                    new SpuriousFeatures(10, 1, 3, 1, 1, 0.5, 0.8),
                    new double[] {0.435889041308, 0.570232922581, 0.629419957317},
                    1.1803278688524590,
                    0.64,
                    Effect.PROTECTS),
            new Golden(
                    new SpuriousFeatures(1, 1, 0.5, 10, 1, 3, 0.8),
                    new double[] {0.946416821679, 0.745641603810, 0.541694244863},
                    0.15873015873015872,
                    1,
                    Effect.HARMS),
            new Golden(
                    new SpuriousFeatures(5, 1, 1.5, 5, 1, 1.5, 0.8),
                    new double[] {0.775413460441, 0.693990575801, 0.613764421600},
                    4.0 / 9,
                    0.8,
                    Effect.HARMS),
            new Golden(
                    new SpuriousFeatures(1, 1, 1, 1, 1, 0.5, 0.8),
                    new double[] {0.397250797512, 0.403632026033, 0.406284814305},
                    1.3114754098360656,
                    1.28,
                    Effect.PROTECTS));

    @Test
    void minorityAccuraciesAreTheReferenceNumbers() {
        for (Golden golden : GOLDEN) {
            for (int k = 0; k < 3; k++) {
                double[] w = golden.model.weights(KEEP[k]);
                assertThat(golden.model.minorityAccuracy(w)).isEqualTo(golden.minority[k], within(1e-12));
            }
        }
    }

    @Test
    void theSignRuleNamesTheDirectionOfRatioAndAccuracy() {
        for (Golden golden : GOLDEN) {
            SignRule rule = golden.model.signRule();
            assertThat(rule.jointRatio()).isEqualTo(golden.joint, within(1e-13));
            assertThat(rule.marginalRatio()).isEqualTo(golden.marginal, within(1e-13));
            assertThat(rule.effect()).isEqualTo(golden.effect);
            boolean better = golden.minority[2] > golden.minority[0];
            assertThat(better).isEqualTo(golden.effect == Effect.PROTECTS);
        }
    }

    @Test
    void theRatioIsAMonotoneMoebiusFunction() {
        for (Golden golden : GOLDEN) {
            double last = golden.model.jointRatio();
            for (double p = 0.95; p > 0.02; p -= 0.05) {
                double ratio = golden.model.marginRatio(p);
                assertThat(ratio).isEqualTo(golden.model.moebiusRatio((1 - p) / p), within(1e-12));
                assertThat(Math.signum(ratio - last)).isEqualTo(golden.effect == Effect.PROTECTS ? -1 : 1);
                last = ratio;
            }
            assertThat(golden.model.marginRatio(1e-9)).isEqualTo(golden.marginal, within(1e-7));
        }
    }

    @Test
    void averageAccuracyHidesIt() {
        for (Golden golden : GOLDEN) {
            double low = 1;
            double high = 0;
            for (double p : KEEP) {
                double majority = golden.model.majorityAccuracy(golden.model.weights(p));
                low = Math.min(low, majority);
                high = Math.max(high, majority);
                double[] w = golden.model.weights(p);
                double minority = golden.model.minorityAccuracy(w);
                assertThat(golden.model.meanAccuracy(w)).isEqualTo(0.9 * majority + 0.1 * minority, within(1e-15));
                assertThat(golden.model.worstGroupAccuracy(w)).isEqualTo(Math.min(majority, minority));
            }
            assertThat(high - low).isLessThan(0.025);
        }
    }

    @Test
    void withoutAgreementSpuriousFeaturesCarryNoWeight() {
        SpuriousFeatures model = new SpuriousFeatures(2, 1, 1, 3, 1, 1, 0);
        double[] w = model.weights(MaskMoments.bernoulli(5, 0.4));
        assertThat(w[2]).isEqualTo(0, within(1e-15));
        assertThat(model.signRule().effect()).isEqualTo(Effect.NEITHER);
        assertThat(model.minorityAccuracy(w)).isEqualTo(model.majorityAccuracy(w), within(1e-15));
        assertThat(model.meanAccuracy(w)).isEqualTo(model.worstGroupAccuracy(w), within(1e-15));
    }

    @Test
    void theRuleEstimatedOnDataApproachesTheModel() {
        SpuriousFeatures model = new SpuriousFeatures(1, 1, 0.5, 3, 1, 3, 0.8);
        SpuriousFeatures.Sample data = model.sample(20_000, RandomAddress.root(6).at("spurious").stream());
        SignRule rule = SignRule.estimate(data.features(), data.label(), data.attribute(), model.spurious());
        assertThat(rule.effect()).isEqualTo(Effect.HARMS);
        assertThat(rule.jointRatio()).isEqualTo(model.jointRatio(), within(0.02));
        assertThat(rule.marginalRatio()).isEqualTo(model.marginalRatio(), within(0.03));
    }
}
