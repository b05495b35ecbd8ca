package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.kernel.Accumulation;

/** Every configuration is a row. */
record Configured(Codes codes) implements Basis {
    /** Shorter runs are not worth a call. */
    private static final int RUN = 16;

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
        if (codes.areRanks() && shift == 0) {
            gatherRuns((int) at[0], count, (int) flips, elements, x, sum);
            return;
        }
        for (int i = 0; i < count; i++) {
            if (elements[i] != 0) {
                sum[i] += elements[i] * x[codes.rank((at[i] ^ flips) + shift)];
            }
        }
    }

    /** Where codes are ranks, those of a block ascend one by one, and a flip keeps runs up to its lowest bit together. */
    private static void gatherRuns(int first, int count, int flips, double[] elements, double[] x, double[] sum) {
        int run = flips == 0 ? count : Math.min(count, Integer.lowestOneBit(flips));
        if (run >= RUN) {
            for (int i = 0; i < count; i += run) {
                Accumulation.addProduct(sum, i, x, (first + i) ^ flips, elements, i, run);
            }
        } else {
            for (int i = 0; i < count; i++) {
                sum[i] += elements[i] * x[(first + i) ^ flips];
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
