package org.ketwork.neural.layer;

/**
 * Where a layer y = f(x; theta) is evaluated and differentiated.
 *
 * @param pass whether masks are on, and which
 * @param samples the number of each sample of the batch in its data set: it enters the address of the sample's mask
 * @param theta parameters of the whole network
 * @param x inputs, (rows, inputs)
 * @param y outputs, (rows, outputs), written by the forward map
 */
public record Point(Pass pass, long[] samples, double[] theta, double[] x, double[] y) {
    /** Number of samples in the batch; the arrays may be longer. */
    public int rows() {
        return samples.length;
    }
}
