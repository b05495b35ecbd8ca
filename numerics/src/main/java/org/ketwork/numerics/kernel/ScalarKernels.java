package org.ketwork.numerics.kernel;

/**
 * The kernels as plain loops: the oracle of {@link SimdKernels}, and the fallback without the incubator module. The compiler turns the
 * loops without a running sum or a call into vector instructions by itself.
 *
 * @param reason why they are used, for the provenance
 */
record ScalarKernels(String reason) implements VectorKernels {

    @Override
    public String describe() {
        return "plain loops (" + reason + ")";
    }

    @Override
    public void exp(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Elementary.exp(x[xOffset + i]);
        }
    }

    @Override
    public void log(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Elementary.log(x[xOffset + i]);
        }
    }

    @Override
    public void tanh(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Elementary.tanh(x[xOffset + i]);
        }
    }

    @Override
    public void logCosh(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Elementary.logCosh(x[xOffset + i]);
        }
    }

    @Override
    public void sigmoid(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Elementary.sigmoid(x[xOffset + i]);
        }
    }

    @Override
    public void sqrt(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Math.sqrt(x[xOffset + i]);
        }
    }

    @Override
    public void relu(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Math.max(x[xOffset + i], 0);
        }
    }

    @Override
    public void axpy(double a, double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] += a * x[xOffset + i];
        }
    }

    @Override
    public void scale(double a, double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] *= a;
        }
    }

    @Override
    public void schur(double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] *= x[xOffset + i];
        }
    }

    @Override
    public double dot(double[] x, int xOffset, double[] y, int yOffset, int length) {
        return Strands.dot(x, xOffset, y, yOffset, length);
    }

    @Override
    public double sum(double[] x, int offset, int length) {
        return Strands.sum(x, offset, length);
    }

    @Override
    public void softmaxRows(double[] x, int offset, int rows, int columns) {
        Softmax.rows(this, x, offset, rows, columns);
    }
}
