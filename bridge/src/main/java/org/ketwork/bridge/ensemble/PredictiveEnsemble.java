package org.ketwork.bridge.ensemble;

import java.util.Arrays;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The class probabilities of one input under each sub-network, as an ensemble of square-root-probability kets (definition b3).
 * The entropies are checked against their order when they are asked for together ({@link #requireEntropyOrder}).
 */
public final class PredictiveEnsemble {
    private static final double SUM_TOLERANCE = 1e-9;

    private final double[] weights;
    private final Matrix probabilities;
    private final SubNetworkEnsemble states;

    /**
     * @param weights one per member, not negative; divided by their sum
     * @param probabilities of shape (members, classes), each row summing to one
     */
    public PredictiveEnsemble(double[] weights, Matrix probabilities) {
        Matrix kets = Matrix.zeros(probabilities.rows(), probabilities.columns());
        for (int m = 0; m < probabilities.rows(); m++) {
            double sum = 0;
            for (int c = 0; c < probabilities.columns(); c++) {
                double p = probabilities.get(m, c);
                if (!(p >= 0)) {
                    throw new IllegalArgumentException(
                            "class probabilities must not be negative, got " + p + " of member " + m);
                }
                sum += p;
                kets.set(m, c, Math.sqrt(p));
            }
            if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "the class probabilities of member " + m + " must sum to 1, got " + sum);
            }
        }
        this.states = SubNetworkEnsemble.of(EnsembleDefinition.CLASS_PROBABILITIES, weights, kets);
        this.weights = states.weights();
        this.probabilities = probabilities.copy();
    }

    /** Members of equal weight. */
    public static PredictiveEnsemble ofSamples(Matrix probabilities) {
        double[] equal = new double[probabilities.rows()];
        Arrays.fill(equal, 1);
        return new PredictiveEnsemble(equal, probabilities);
    }

    /** The ensemble of kets √P_m. */
    public SubNetworkEnsemble states() {
        return states;
    }

    /** Σ_m w_m P_m, which minimises Σ_m w_m KL(P_m ‖ q) over q, at the value BALD. */
    public double[] arithmeticMean() {
        return probabilities.transposeTimes(weights);
    }

    /** Π_m P_m^{w_m}/Z, which minimises Σ_m w_m KL(q ‖ P_m) over q, at the value −ln Z; for softmax members the softmax of the mean logits. */
    public double[] geometricMean() {
        double[] mean = unnormalisedGeometricMean();
        double z = Arrays.stream(mean).sum();
        return Arrays.stream(mean).map(g -> g / z).toArray();
    }

    /** −ln Z of {@link #geometricMean}: how far the members stand from their geometric mean. */
    public double geometricSpread() {
        return -Math.log(Arrays.stream(unnormalisedGeometricMean()).sum());
    }

    private double[] unnormalisedGeometricMean() {
        double[] mean = new double[probabilities.columns()];
        for (int c = 0; c < mean.length; c++) {
            double exponent = 0;
            for (int m = 0; m < weights.length; m++) {
                if (weights[m] > 0) {
                    exponent += weights[m] * Math.log(probabilities.get(m, c));
                }
            }
            mean[c] = Math.exp(exponent);
        }
        return mean;
    }

    /** H of the mean probabilities. */
    public double predictiveEntropy() {
        return Entropies.shannon(arithmeticMean());
    }

    /** Σ_m w_m H(P_m). */
    public double expectedEntropy() {
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            sum += weights[m] * Entropies.shannon(probabilities.row(m));
        }
        return sum;
    }

    /** BALD = H − Σ_m w_m H(P_m): the mutual information of class and member (Houlsby et al. 2011), the Holevo quantity of the diagonal states. */
    public double bald() {
        return Math.max(0, predictiveEntropy() - expectedEntropy());
    }

    /** S of the mixture of the kets √P_m. */
    public double vonNeumannEntropy() {
        return states.vonNeumannEntropy();
    }

    /** H of the weights. */
    public double weightEntropy() {
        return Entropies.shannon(weights);
    }

    /**
     * Passes when BALD ≤ S ≤ H and S ≤ H(weights).
     *
     * @throws org.ketwork.numerics.LawViolation otherwise
     */
    public void requireEntropyOrder() {
        EntropyOrder.require(bald(), vonNeumannEntropy(), predictiveEntropy(), weightEntropy());
    }
}
