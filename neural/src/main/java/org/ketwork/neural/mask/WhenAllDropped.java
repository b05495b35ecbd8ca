package org.ketwork.neural.mask;

import org.ketwork.numerics.matrix.Matrix;

/**
 * What happens to a mask of zeros only, an event that an honest law must not leave to chance. The choice changes the law: with
 * q = P(K ≥ 1) the probability that some unit is kept, it turns the moments of the law into those of the masks that act.
 */
public enum WhenAllDropped {
    /** The layer is silent. The law stays as it is. */
    KEEP_NONE,
    /** Drawn again until a unit is kept: the law is conditioned on K ≥ 1, so that all moments are divided by q. */
    RESAMPLE,
    /** One unit, chosen uniformly, is kept, which adds (1−q)/units to each mean and to the diagonal of M. */
    KEEP_ONE,
    /** All units are kept, which adds 1−q to each mean and to all of M. */
    KEEP_ALL;

    double[] mean(double[] ofLaw, double someKept) {
        double none = 1 - someKept;
        double[] mean = ofLaw.clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = switch (this) {
                case KEEP_NONE -> mean[i];
                case RESAMPLE -> mean[i] / requirePositive(someKept);
                case KEEP_ONE -> mean[i] + none / mean.length;
                case KEEP_ALL -> mean[i] + none;
            };
        }
        return mean;
    }

    Matrix secondMoment(Matrix ofLaw, double someKept) {
        double none = 1 - someKept;
        int units = ofLaw.rows();
        return switch (this) {
            case KEEP_NONE -> ofLaw;
            case RESAMPLE -> ofLaw.scale(1 / requirePositive(someKept));
            case KEEP_ONE -> ofLaw.plus(Matrix.identity(units).scale(none / units));
            case KEEP_ALL -> ofLaw.plus(Matrix.constant(units, units, none));
        };
    }

    double[] sizeLaw(double[] ofLaw, double someKept) {
        double[] sizes = ofLaw.clone();
        if (this == KEEP_NONE) {
            return sizes;
        }
        sizes[0] = 0;
        switch (this) {
            case KEEP_ONE -> sizes[1] += ofLaw[0];
            case KEEP_ALL -> sizes[sizes.length - 1] += ofLaw[0];
            default -> {
                for (int k = 1; k < sizes.length; k++) {
                    sizes[k] /= requirePositive(someKept);
                }
            }
        }
        return sizes;
    }

    private static double requirePositive(double someKept) {
        if (!(someKept > 0)) {
            throw new IllegalArgumentException("a law that always drops all units cannot be drawn again");
        }
        return someKept;
    }
}
