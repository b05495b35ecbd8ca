package org.ketwork.neural.data;

import java.util.List;
import org.ketwork.numerics.matrix.Matrix;

/** What is to be predicted: a class per sample, or real values. */
public sealed interface Targets {
    /** The number of samples. */
    int samples();

    /** The targets of the given samples, in that order. */
    Targets select(int[] rows);

    /**
     * One class per sample.
     *
     * @param classes numbers from 0 to (number of class names − 1)
     */
    record Labels(int[] classes, List<String> classNames) implements Targets {
        public Labels {
            classes = classes.clone();
            classNames = List.copyOf(classNames);
            for (int i = 0; i < classes.length; i++) {
                if (classes[i] < 0 || classes[i] >= classNames.size()) {
                    throw new IllegalArgumentException("label of sample " + i + " must be in 0.."
                            + (classNames.size() - 1) + ", got " + classes[i]);
                }
            }
        }

        /** Live storage: one class number per sample. */
        @Override
        public int[] classes() {
            return classes;
        }

        @Override
        public int samples() {
            return classes.length;
        }

        @Override
        public Labels select(int[] rows) {
            int[] chosen = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                chosen[i] = classes[rows[i]];
            }
            return new Labels(chosen, classNames);
        }

        /** Ones at the labels, zeros elsewhere, of shape (samples, classes). */
        public Matrix oneHot() {
            Matrix result = Matrix.zeros(classes.length, classNames.size());
            for (int i = 0; i < classes.length; i++) {
                result.set(i, classes[i], 1);
            }
            return result;
        }
    }

    /** Real targets of shape (samples, outputs). */
    record Values(Matrix values, List<String> names) implements Targets {
        public Values {
            names = List.copyOf(names);
            if (values.columns() != names.size()) {
                throw new IllegalArgumentException(
                        "there are " + names.size() + " names for " + values.columns() + " outputs");
            }
        }

        @Override
        public int samples() {
            return values.rows();
        }

        @Override
        public Values select(int[] rows) {
            return new Values(Rows.select(values, rows), names);
        }
    }
}
