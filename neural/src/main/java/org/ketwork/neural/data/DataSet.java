package org.ketwork.neural.data;

import java.util.List;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Samples with their targets.
 *
 * @param features of shape (samples, features), in the units of the source
 * @param featureNames one per column
 */
public record DataSet(String name, Matrix features, Targets targets, List<String> featureNames, Provenance provenance) {
    public DataSet {
        featureNames = List.copyOf(featureNames);
        if (features.columns() != featureNames.size()) {
            throw new IllegalArgumentException(
                    "there are " + featureNames.size() + " feature names for " + features.columns() + " features");
        }
        if (features.rows() != targets.samples()) {
            throw new IllegalArgumentException(
                    "there are " + features.rows() + " samples but " + targets.samples() + " targets");
        }
    }

    public int samples() {
        return features.rows();
    }

    /**
     * The class labels.
     *
     * @throws IllegalArgumentException if the targets are real values
     */
    public Targets.Labels labels() {
        if (targets instanceof Targets.Labels labels) {
            return labels;
        }
        throw new IllegalArgumentException("data set " + name + " has real targets, not classes");
    }

    /**
     * The real targets.
     *
     * @throws IllegalArgumentException if the targets are classes
     */
    public Targets.Values values() {
        if (targets instanceof Targets.Values values) {
            return values;
        }
        throw new IllegalArgumentException("data set " + name + " has classes, not real targets");
    }

    /** The given samples, in that order. */
    public DataSet select(int[] rows) {
        return new DataSet(name, Rows.select(features, rows), targets.select(rows), featureNames, provenance);
    }

    /** The same samples with other features in the place of these, for instance standardised ones. */
    public DataSet withFeatures(Matrix newFeatures) {
        return new DataSet(name, newFeatures, targets, featureNames, provenance);
    }
}
