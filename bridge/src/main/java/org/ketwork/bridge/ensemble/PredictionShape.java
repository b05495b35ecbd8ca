package org.ketwork.bridge.ensemble;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;

/** The three axes of an array of predictions. */
record PredictionShape(int passes, int samples, int classes) {
    static PredictionShape of(long[] axes) {
        if (axes.length != 3) {
            throw new InvalidInputException("predictions must be an array of shape (passes, samples, classes), got "
                    + axes.length + (axes.length == 1 ? " axis: " : " axes: ") + Arrays.toString(axes));
        }
        for (long length : axes) {
            if (length < 1 || length > Integer.MAX_VALUE) {
                throw new InvalidInputException("each axis of the predictions must have length 1 to "
                        + Integer.MAX_VALUE + ", got " + Arrays.toString(axes));
            }
        }
        return new PredictionShape((int) axes[0], (int) axes[1], (int) axes[2]);
    }

    long offset(int pass, int sample) {
        return ((long) pass * samples + sample) * classes;
    }
}
