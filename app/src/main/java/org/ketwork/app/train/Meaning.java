package org.ketwork.app.train;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.Targets;
import org.ketwork.neural.loss.BinaryCrossEntropy;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.numerics.matrix.Matrix;

/** What the outputs of a trained network say, which follows from loss and targets, and how they are stored. */
enum Meaning {
    /**
     * Logits of classes, stored as their softmax. This is so for binary cross-entropy over classes too: of independent yes-or-no
     * outputs with odds e^o, the probability that class c is the one yes, given that there is exactly one, is the softmax of o.
     */
    CLASSES,
    /** One logit o of a yes, stored as the probabilities of no and yes, 1/(1 + e^o) and 1/(1 + e^-o). */
    YES_OR_NO,
    /** Numbers that are no probabilities, stored as they are. */
    NUMBERS;

    static Meaning of(Loss loss, Targets targets, int outputs) {
        return switch (loss) {
            case SoftmaxCrossEntropy softmax -> CLASSES;
            case BinaryCrossEntropy binary when outputs == 1 -> YES_OR_NO;
            case BinaryCrossEntropy binary when targets instanceof Targets.Labels -> CLASSES;
            default -> NUMBERS;
        };
    }

    /** Whether the stored numbers are class probabilities, which {@code inspect} reads. */
    boolean probabilities() {
        return this != NUMBERS;
    }

    /** Numbers stored for a sample. */
    int width(int outputs) {
        return this == YES_OR_NO ? 2 : outputs;
    }

    /** What is stored for outputs of shape (samples, outputs), row by row; the outputs may be overwritten. */
    double[] stored(Matrix outputs) {
        double[] data = outputs.data();
        return switch (this) {
            case CLASSES -> {
                SoftmaxCrossEntropy.softmax(outputs.rows(), outputs.columns(), data);
                yield data;
            }
            case YES_OR_NO -> {
                double[] logits = new double[2 * data.length];
                for (int i = 0; i < data.length; i++) {
                    logits[2 * i + 1] = data[i];
                }
                SoftmaxCrossEntropy.softmax(data.length, 2, logits);
                yield logits;
            }
            case NUMBERS -> data;
        };
    }

    /** The true classes of the samples, if the stored numbers are probabilities of classes that the targets name. */
    Optional<double[]> classes(DataSet data) {
        return switch (data.targets()) {
            case Targets.Labels labels
            when probabilities() ->
                Optional.of(Arrays.stream(labels.classes()).asDoubleStream().toArray());
            case Targets.Values values
            when this == YES_OR_NO ->
                Optional.of(values.values().data().clone())
                        .filter(v -> Arrays.stream(v).allMatch(t -> t == 0 || t == 1));
            default -> Optional.empty();
        };
    }
}
