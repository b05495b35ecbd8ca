package org.ketwork.neural.loss;

import java.util.Arrays;
import org.ketwork.neural.data.Targets;

/** The targets of data sets as numbers. */
final class Encoding {
    private Encoding() {}

    /** Class numbers, one per sample. */
    static double[] classes(Targets targets, int outputs) {
        if (targets instanceof Targets.Labels labels) {
            if (labels.classNames().size() > outputs) {
                throw new IllegalArgumentException(
                        "there are " + labels.classNames().size() + " classes for " + outputs + " outputs");
            }
            return Arrays.stream(labels.classes()).asDoubleStream().toArray();
        }
        throw new IllegalArgumentException("softmax cross-entropy needs classes, got real targets");
    }

    /** One number per output: real targets, classes as ones among zeros, or two classes as 0 and 1 for a single output. */
    static double[] perOutput(Targets targets, int outputs) {
        return switch (targets) {
            case Targets.Values values
            when values.values().columns() == outputs -> values.values().data();
            case Targets.Labels labels
            when labels.classNames().size() == outputs -> labels.oneHot().data();
            case Targets.Labels labels
            when labels.classNames().size() == 2 && outputs == 1 ->
                Arrays.stream(labels.classes()).asDoubleStream().toArray();
            case Targets.Values values ->
                throw new IllegalArgumentException(
                        "there are " + values.values().columns() + " targets for " + outputs + " outputs");
            case Targets.Labels labels ->
                throw new IllegalArgumentException(
                        "there are " + labels.classNames().size() + " classes for " + outputs + " outputs");
        };
    }
}
