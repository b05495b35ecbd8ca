package org.ketwork.wavefunction.reconfiguration;

/**
 * A change of a state, a complex number for each configuration of a sample, times the root of its weight: the inner product of two such
 * vectors is that of the states.
 */
public record Change(double[] re, double[] im) {
    public Change {
        if (re.length != im.length) {
            throw new IllegalArgumentException(
                    re.length + " real parts do not go with " + im.length + " imaginary parts");
        }
    }

    /** this + factor · other. */
    public Change plus(double factor, Change other) {
        return new Change(sum(re, factor, other.re), sum(im, factor, other.im));
    }

    private static double[] sum(double[] x, double factor, double[] y) {
        double[] result = x.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += factor * y[i];
        }
        return result;
    }

    /** −i times it: what turns imaginary into real time. */
    public Change timesMinusI() {
        double[] negative = re.clone();
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -negative[i];
        }
        return new Change(im.clone(), negative);
    }

    /** Its length, for small changes the angle by which the state turns. */
    public double norm() {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum += re[i] * re[i] + im[i] * im[i];
        }
        return Math.sqrt(sum);
    }
}
