package org.ketwork.bridge.robustness;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;

/**
 * Core and spurious features in an exactly solvable model. The label y = ±1 shows in k_c core features yμ_c + σ_cε; an attribute
 * a = ±1 that agrees with it with probability (1+r)/2 shows in k_s spurious features aμ_s + σ_sε. Squared loss, infinite data.
 * Blind dropout at keep probability p gives the weights (A + λ diag A)⁻¹b, λ = (1−p)/p, with A the second moments and b the
 * correlations with y: joint regression at p = 1, marginal regression as p → 0.
 *
 * @param coreCount k_c
 * @param coreMean μ_c
 * @param coreNoise σ_c
 * @param spuriousCount k_s
 * @param spuriousMean μ_s
 * @param spuriousNoise σ_s
 * @param agreement r in [−1, 1], the correlation of attribute and label
 */
public record SpuriousFeatures(
        int coreCount,
        double coreMean,
        double coreNoise,
        int spuriousCount,
        double spuriousMean,
        double spuriousNoise,
        double agreement) {
    public SpuriousFeatures {
        if (coreCount < 1 || spuriousCount < 1) {
            throw new IllegalArgumentException(
                    "core and spurious features must be at least one each, got " + coreCount + " and " + spuriousCount);
        }
        if (!(Math.abs(agreement) <= 1)) {
            throw new IllegalArgumentException("the agreement must be in [-1, 1], got " + agreement);
        }
    }

    /** Second moments E[xxᵀ], core features first. */
    public Matrix secondMoment() {
        int d = units();
        Matrix a = Matrix.zeros(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double link = isCore(i) == isCore(j) ? 1 : agreement;
                a.set(i, j, link * mean(i) * mean(j) + (i == j ? noise(i) * noise(i) : 0));
            }
        }
        return a;
    }

    /** Correlations E[xy]. */
    public double[] correlation() {
        double[] b = new double[units()];
        for (int i = 0; i < b.length; i++) {
            b[i] = isCore(i) ? coreMean : agreement * spuriousMean;
        }
        return b;
    }

    /** Weights of masked regression, for any mask law over core and then spurious features. */
    public double[] weights(MaskMoments law) {
        return DropoutRegression.ofGram(secondMoment(), correlation(), 1, law).minimiser();
    }

    /** Weights under independent masks. */
    public double[] weights(double keep) {
        return weights(MaskMoments.bernoulli(units(), keep));
    }

    /** The margin of the spurious features over the margin of the core features, Σ w_sμ_s / Σ w_cμ_c. */
    public double marginRatio(double keep) {
        double[] w = weights(keep);
        return margin(w, false) / margin(w, true);
    }

    /** The ratio without masks, p = 1. */
    public double jointRatio() {
        return marginRatio(1);
    }

    /** The ratio as p → 0: k_s r μ_s²/(μ_s²+σ_s²) / [k_c μ_c²/(μ_c²+σ_c²)]. */
    public double marginalRatio() {
        return spuriousCount
                * agreement
                * reliability(spuriousMean, spuriousNoise)
                / (coreCount * reliability(coreMean, coreNoise));
    }

    /**
     * The margin ratio as a Möbius function of λ = (1−p)/p, from the 2 x 2 system that remains when equal features get equal
     * weights. Its numerator and denominator are linear in λ, so the ratio is monotone.
     */
    public double moebiusRatio(double lambda) {
        double core = coreMean * coreMean;
        double spurious = spuriousMean * spuriousMean;
        double coreTerm = coreCount * core + coreNoise * coreNoise + lambda * (core + coreNoise * coreNoise);
        double spuriousTerm = spuriousCount * spurious
                + spuriousNoise * spuriousNoise
                + lambda * (spurious + spuriousNoise * spuriousNoise);
        double numerator = spuriousCount * spurious * agreement * (coreTerm - coreCount * core);
        double denominator = coreCount * core * (spuriousTerm - agreement * agreement * spuriousCount * spurious);
        return numerator / denominator;
    }

    /**
     * Labelled data of the model.
     *
     * @param features shape (samples, core and then spurious features)
     * @param label y = ±1
     * @param attribute a = ±1
     */
    public record Sample(Matrix features, double[] label, double[] attribute) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sample that
                    && features.equals(that.features)
                    && Arrays.equals(label, that.label)
                    && Arrays.equals(attribute, that.attribute);
        }

        @Override
        public int hashCode() {
            return 31 * features.hashCode() + Arrays.hashCode(label);
        }

        @Override
        public String toString() {
            return label.length + " samples of " + features.columns() + " features";
        }
    }

    /** So many independent samples. */
    public Sample sample(int samples, RandomStream random) {
        return sample(samples, (1 + agreement) / 2, random);
    }

    /** Samples of the minority, where the attribute contradicts the label. */
    public Sample minoritySample(int samples, RandomStream random) {
        return sample(samples, 0, random);
    }

    private Sample sample(int samples, double agreeing, RandomStream random) {
        Matrix features = Matrix.zeros(samples, units());
        double[] label = new double[samples];
        double[] attribute = new double[samples];
        for (int i = 0; i < samples; i++) {
            label[i] = random.nextDouble() < 0.5 ? -1 : 1;
            attribute[i] = random.nextDouble() < agreeing ? label[i] : -label[i];
            for (int j = 0; j < units(); j++) {
                double sign = isCore(j) ? label[i] : attribute[i];
                features.set(i, j, sign * mean(j) + noise(j) * random.nextNormal());
            }
        }
        return new Sample(features, label, attribute);
    }

    /** Number of features, k_c + k_s. */
    public int units() {
        return coreCount + spuriousCount;
    }

    /** Which features are spurious. */
    public boolean[] spurious() {
        boolean[] flags = new boolean[units()];
        Arrays.fill(flags, coreCount, units(), true);
        return flags;
    }

    /** What blind dropout does to the margin ratio here. */
    public SignRule signRule() {
        return SignRule.of(jointRatio(), marginalRatio());
    }

    /** Accuracy where the attribute contradicts the label. */
    public double minorityAccuracy(double[] w) {
        return accuracy(w, -1);
    }

    /** Accuracy where the attribute agrees with the label. */
    public double majorityAccuracy(double[] w) {
        return accuracy(w, 1);
    }

    /** Accuracy over both groups, as the training data mix them. */
    public double meanAccuracy(double[] w) {
        return (1 + agreement) / 2 * majorityAccuracy(w) + (1 - agreement) / 2 * minorityAccuracy(w);
    }

    /** Accuracy in the group that is served worse. */
    public double worstGroupAccuracy(double[] w) {
        return Math.min(majorityAccuracy(w), minorityAccuracy(w));
    }

    private double accuracy(double[] w, int attributeTimesLabel) {
        double variance = 0;
        for (int i = 0; i < w.length; i++) {
            variance += w[i] * w[i] * noise(i) * noise(i);
        }
        double z = (margin(w, true) + attributeTimesLabel * margin(w, false)) / Math.sqrt(variance);
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    private double margin(double[] w, boolean core) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += isCore(i) == core ? w[i] * mean(i) : 0;
        }
        return sum;
    }

    private boolean isCore(int feature) {
        return feature < coreCount;
    }

    private double mean(int feature) {
        return isCore(feature) ? coreMean : spuriousMean;
    }

    private double noise(int feature) {
        return isCore(feature) ? coreNoise : spuriousNoise;
    }

    private static double reliability(double mean, double noise) {
        return mean * mean / (mean * mean + noise * noise);
    }
}
