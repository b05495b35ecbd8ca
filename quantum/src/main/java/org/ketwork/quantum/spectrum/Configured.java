package org.ketwork.quantum.spectrum;

/** Every configuration is a row. */
record Configured(Codes codes) implements Basis {
    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public long bytes() {
        return codes.bytes();
    }

    @Override
    public boolean isReal() {
        return true;
    }

    @Override
    public void list(int first, int count, long[] target) {
        codes.list(first, count, target);
    }

    @Override
    public void gather(long[] at, int count, long flips, long shift, double[] elements, double[] x, double[] sum) {
        for (int i = 0; i < count; i++) {
            if (elements[i] != 0) {
                sum[i] += elements[i] * x[codes.rank((at[i] ^ flips) + shift)];
            }
        }
    }

    @Override
    public void gather(
            long[] at,
            int count,
            long flips,
            long shift,
            double[] re,
            double[] im,
            double[] xRe,
            double[] xIm,
            double[] sumRe,
            double[] sumIm) {
        for (int i = 0; i < count; i++) {
            double b = im.length == 0 ? 0 : im[i];
            if (re[i] != 0 || b != 0) {
                int from = codes.rank((at[i] ^ flips) + shift);
                sumRe[i] += re[i] * xRe[from] - b * xIm[from];
                sumIm[i] += re[i] * xIm[from] + b * xRe[from];
            }
        }
    }

    @Override
    public double[] prepare(double[] x) {
        return x;
    }

    @Override
    public void finish(int first, int count, double[] sum) {}

    @Override
    public ExactState expand(double[] re, double[] im) {
        return new ExactState(codes.space(), re, im);
    }
}
