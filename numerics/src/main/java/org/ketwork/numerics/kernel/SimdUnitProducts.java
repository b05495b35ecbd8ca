package org.ketwork.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products by the Vector API, in the operations and the order of the plain loops. Several rows share what is loaded of a change,
 * and keep the arithmetic units busy where the product of one row waits for its last factor.
 */
record SimdUnitProducts(PlainUnitProducts plain) implements UnitProducts {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int STEP = SPECIES.length();
    private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1);
    /** Numbers that a warming call handles: one block of so many units fits its stretches. */
    private static final int PROBE_UNITS = 16;

    private static final Warming REAL = warming(false);
    private static final Warming COMPLEX = warming(true);

    SimdUnitProducts {
        if (STEP == 1 || STEP > LANES) {
            throw new UnsupportedOperationException("vectors of " + STEP + " lanes do not divide a block");
        }
    }

    /** Compiles everything now; for tests and benchmarks. */
    static void warm() {
        REAL.warm();
        COMPLEX.warm();
    }

    private static Warming warming(boolean complex) {
        PlainUnitProducts plain = new PlainUnitProducts(1, PROBE_UNITS, complex);
        return new Warming(
                complex ? "complex unit products" : "unit products",
                (x, xOffset, y, yOffset, length) -> {
                    probe(new SimdUnitProducts(plain), true, x, y);
                    return length;
                },
                (x, xOffset, y, yOffset, length) -> probe(new SimdUnitProducts(plain), false, x, y));
    }

    /** Every function once, on stretches of x and y, which hold 1024 numbers. */
    private static void probe(SimdUnitProducts products, boolean vectors, double[] x, double[] y) {
        int width = products.width();
        int[] rows = {0, 0, 0, 0, 0};
        System.arraycopy(x, 0, y, 0, 2 * width);
        double[] row = {0};
        double[] other = {0};
        if (vectors) {
            products.multiplyVectors(x, 0, x, width, y, 0, PROBE_UNITS);
            products.settleVectors(y, y, 0, 0, PROBE_UNITS, new double[products.leadWidth()]);
            products.sumsVectors(y, x, rows, 0, rows.length, x, 0, x, width, row, other);
            products.advanceVectors(y, y, y, 0, x, 0, x, width);
        } else {
            products.plain.multiply(x, 0, x, width, y, 0, PROBE_UNITS);
            products.plain.settle(y, y, 0, 0, PROBE_UNITS, new double[products.leadWidth()]);
            products.plain.sums(y, x, rows, 0, rows.length, x, 0, x, width, row, other);
            products.plain.advance(y, y, y, 0, x, 0, x, width);
        }
    }

    private boolean isReady(int numbers) {
        return (complex() ? COMPLEX : REAL).isReady(numbers);
    }

    @Override
    public int blocks() {
        return plain.blocks();
    }

    @Override
    public int units() {
        return plain.units();
    }

    @Override
    public boolean complex() {
        return plain.complex();
    }

    @Override
    public void multiply(double[] x, int xAt, double[] y, int yAt, double[] out, int outAt, int vectors) {
        if (isReady(vectors * LANES)) {
            multiplyVectors(x, xAt, y, yAt, out, outAt, vectors);
        } else {
            plain.multiply(x, xAt, y, yAt, out, outAt, vectors);
        }
    }

    private void multiplyVectors(double[] x, int xAt, double[] y, int yAt, double[] out, int outAt, int vectors) {
        if (!complex()) {
            for (int i = 0; i < vectors * LANES; i += STEP) {
                load(x, xAt + i).mul(load(y, yAt + i)).intoArray(out, outAt + i);
            }
            return;
        }
        for (int vector = 0; vector < vectors; vector++) {
            for (int lane = 0; lane < LANES; lane += STEP) {
                int i = 2 * LANES * vector + lane;
                DoubleVector xRe = load(x, xAt + i);
                DoubleVector xIm = load(x, xAt + LANES + i);
                DoubleVector yRe = load(y, yAt + i);
                DoubleVector yIm = load(y, yAt + LANES + i);
                productRe(xRe, xIm, yRe, yIm).intoArray(out, outAt + i);
                productIm(xRe, xIm, yRe, yIm).intoArray(out, outAt + LANES + i);
            }
        }
    }

    @Override
    public void settle(double[] p, double[] s, int at, int from, int to, double[] product) {
        if (isReady(width())) {
            settleVectors(p, s, at, from, to, product);
        } else {
            plain.settle(p, s, at, from, to, product);
        }
    }

    private void settleVectors(double[] p, double[] s, int at, int from, int to, double[] product) {
        for (int block = 0; block < blocks(); block++) {
            for (int lane = 0; lane < LANES; lane += STEP) {
                int first = at + block * units() * parts() * LANES + lane;
                if (complex()) {
                    settleComplex(p, s, first, from, to, product, 2 * LANES * block + lane);
                } else {
                    settleReal(p, s, first, from, to, product, LANES * block + lane);
                }
            }
        }
    }

    private static void settleReal(
            double[] p, double[] s, int first, int from, int to, double[] product, int productAt) {
        DoubleVector all = ONE;
        for (int unit = from; unit < to; unit++) {
            int i = first + unit * LANES;
            DoubleVector q = load(p, i);
            DoubleVector sum = ONE.add(q);
            all = all.mul(sum);
            DoubleVector inverse = ONE.div(sum);
            inverse.intoArray(s, i);
            q.mul(inverse).intoArray(p, i);
        }
        all.intoArray(product, productAt);
    }

    private static void settleComplex(
            double[] p, double[] s, int first, int from, int to, double[] product, int productAt) {
        DoubleVector allRe = ONE;
        DoubleVector allIm = DoubleVector.zero(SPECIES);
        for (int unit = from; unit < to; unit++) {
            int i = first + 2 * LANES * unit;
            DoubleVector qRe = load(p, i);
            DoubleVector qIm = load(p, i + LANES);
            DoubleVector re = ONE.add(qRe);
            DoubleVector next = productRe(allRe, allIm, re, qIm);
            allIm = productIm(allRe, allIm, re, qIm);
            allRe = next;
            DoubleVector scale = ONE.div(re.abs().max(qIm.abs()));
            DoubleVector scaledRe = re.mul(scale);
            DoubleVector scaledIm = qIm.mul(scale);
            DoubleVector factor = scale.div(scaledRe.fma(scaledRe, scaledIm.mul(scaledIm)));
            DoubleVector sRe = scaledRe.mul(factor);
            DoubleVector sIm = scaledIm.neg().mul(factor);
            sRe.intoArray(s, i);
            sIm.intoArray(s, i + LANES);
            productRe(qRe, qIm, sRe, sIm).intoArray(p, i);
            productIm(qRe, qIm, sRe, sIm).intoArray(p, i + LANES);
        }
        allRe.intoArray(product, productAt);
        allIm.intoArray(product, productAt + LANES);
    }

    @Override
    public void sums(
            double[] p,
            double[] weights,
            int[] rows,
            int from,
            int to,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            double[] re,
            double[] im) {
        if (isReady((to - from) * width())) {
            sumsVectors(p, weights, rows, from, to, d, dAt, lead, leadAt, re, im);
        } else {
            plain.sums(p, weights, rows, from, to, d, dAt, lead, leadAt, re, im);
        }
    }

    private void sumsVectors(
            double[] p,
            double[] weights,
            int[] rows,
            int from,
            int to,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            double[] re,
            double[] im) {
        int together = complex() ? 2 : 4;
        double[] strands = new double[4 * LANES];
        int last = to - 1;
        for (int i = from; i < to; i += together) {
            int r0 = rows[i];
            int r1 = rows[Math.min(i + 1, last)];
            int r2 = rows[Math.min(i + 2, last)];
            int r3 = rows[Math.min(i + 3, last)];
            for (int lane = 0; lane < LANES; lane += STEP) {
                if (complex()) {
                    complexSums(p, weights, r0, r1, d, dAt + lane, lead, leadAt + lane, strands, lane);
                } else {
                    realSums(p, weights, r0, r1, r2, r3, d, dAt + lane, lead, leadAt + lane, strands, lane);
                }
            }
            for (int k = 0; k < Math.min(together, to - i); k++) {
                re[rows[i + k]] = PlainUnitProducts.total(strands, k * parts() * LANES);
                if (complex()) {
                    im[rows[i + k]] = PlainUnitProducts.total(strands, (2 * k + 1) * LANES);
                }
            }
        }
    }

    private void realSums(
            double[] p,
            double[] weights,
            int r0,
            int r1,
            int r2,
            int r3,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            double[] strands,
            int lane) {
        int units = units();
        int width = width();
        int leadWidth = leadWidth();
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = sum0;
        DoubleVector sum2 = sum0;
        DoubleVector sum3 = sum0;
        for (int block = 0; block < blocks(); block++) {
            int w = block * LANES + lane;
            DoubleVector l = load(lead, leadAt + block * LANES);
            DoubleVector a0 = load(weights, r0 * leadWidth + w).mul(l);
            DoubleVector a1 = load(weights, r1 * leadWidth + w).mul(l);
            DoubleVector a2 = load(weights, r2 * leadWidth + w).mul(l);
            DoubleVector a3 = load(weights, r3 * leadWidth + w).mul(l);
            int begin = block * units * LANES;
            for (int i = begin; i < begin + units * LANES; i += LANES) {
                DoubleVector less = load(d, dAt + i).sub(ONE);
                a0 = a0.mul(load(p, r0 * width + lane + i).fma(less, ONE));
                a1 = a1.mul(load(p, r1 * width + lane + i).fma(less, ONE));
                a2 = a2.mul(load(p, r2 * width + lane + i).fma(less, ONE));
                a3 = a3.mul(load(p, r3 * width + lane + i).fma(less, ONE));
            }
            sum0 = sum0.add(a0);
            sum1 = sum1.add(a1);
            sum2 = sum2.add(a2);
            sum3 = sum3.add(a3);
        }
        sum0.intoArray(strands, lane);
        sum1.intoArray(strands, LANES + lane);
        sum2.intoArray(strands, 2 * LANES + lane);
        sum3.intoArray(strands, 3 * LANES + lane);
    }

    /** Two rows, and not more: the compiler stops inlining in a larger method, and then every vector becomes an object. */
    private void complexSums(
            double[] p,
            double[] weights,
            int r0,
            int r1,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            double[] strands,
            int lane) {
        int stretch = 2 * LANES * units();
        int width = width();
        int leadWidth = leadWidth();
        DoubleVector sumRe0 = DoubleVector.zero(SPECIES);
        DoubleVector sumIm0 = sumRe0;
        DoubleVector sumRe1 = sumRe0;
        DoubleVector sumIm1 = sumRe0;
        for (int block = 0; block < blocks(); block++) {
            int w = 2 * LANES * block + lane;
            DoubleVector lRe = load(lead, leadAt + 2 * LANES * block);
            DoubleVector lIm = load(lead, leadAt + 2 * LANES * block + LANES);
            DoubleVector wRe = load(weights, r0 * leadWidth + w);
            DoubleVector wIm = load(weights, r0 * leadWidth + w + LANES);
            DoubleVector re0 = productRe(wRe, wIm, lRe, lIm);
            DoubleVector im0 = productIm(wRe, wIm, lRe, lIm);
            wRe = load(weights, r1 * leadWidth + w);
            wIm = load(weights, r1 * leadWidth + w + LANES);
            DoubleVector re1 = productRe(wRe, wIm, lRe, lIm);
            DoubleVector im1 = productIm(wRe, wIm, lRe, lIm);
            int at0 = r0 * width + lane;
            int at1 = r1 * width + lane;
            for (int i = block * stretch; i < (block + 1) * stretch; i += 2 * LANES) {
                DoubleVector less = load(d, dAt + i).sub(ONE);
                DoubleVector dIm = load(d, dAt + LANES + i);
                DoubleVector minus = dIm.neg();
                DoubleVector pRe = load(p, at0 + i);
                DoubleVector pIm = load(p, at0 + LANES + i);
                DoubleVector fRe = pRe.fma(less, pIm.fma(minus, ONE));
                DoubleVector fIm = pRe.fma(dIm, pIm.mul(less));
                DoubleVector next = productRe(re0, im0, fRe, fIm);
                im0 = productIm(re0, im0, fRe, fIm);
                re0 = next;
                pRe = load(p, at1 + i);
                pIm = load(p, at1 + LANES + i);
                fRe = pRe.fma(less, pIm.fma(minus, ONE));
                fIm = pRe.fma(dIm, pIm.mul(less));
                next = productRe(re1, im1, fRe, fIm);
                im1 = productIm(re1, im1, fRe, fIm);
                re1 = next;
            }
            sumRe0 = sumRe0.add(re0);
            sumIm0 = sumIm0.add(im0);
            sumRe1 = sumRe1.add(re1);
            sumIm1 = sumIm1.add(im1);
        }
        sumRe0.intoArray(strands, lane);
        sumIm0.intoArray(strands, LANES + lane);
        sumRe1.intoArray(strands, 2 * LANES + lane);
        sumIm1.intoArray(strands, 3 * LANES + lane);
    }

    @Override
    public void advance(
            double[] p, double[] s, double[] weights, int row, double[] d, int dAt, double[] lead, int leadAt) {
        if (isReady(width())) {
            advanceVectors(p, s, weights, row, d, dAt, lead, leadAt);
        } else {
            plain.advance(p, s, weights, row, d, dAt, lead, leadAt);
        }
    }

    private void advanceVectors(
            double[] p, double[] s, double[] weights, int row, double[] d, int dAt, double[] lead, int leadAt) {
        int block = parts() * LANES;
        for (int i = 0; i < blocks(); i++) {
            for (int lane = 0; lane < LANES; lane += STEP) {
                int begin = i * units() * block + lane;
                int w = row * leadWidth() + i * block + lane;
                if (complex()) {
                    advanceComplex(
                            p, s, row * width() + begin, weights, w, d, dAt + begin, lead, leadAt + i * block + lane);
                } else {
                    advanceReal(
                            p, s, row * width() + begin, weights, w, d, dAt + begin, lead, leadAt + i * block + lane);
                }
            }
        }
    }

    private void advanceReal(
            double[] p, double[] s, int at, double[] weights, int w, double[] d, int dAt, double[] lead, int l) {
        DoubleVector all = load(weights, w).mul(load(lead, l));
        for (int i = 0; i < units() * LANES; i += LANES) {
            DoubleVector q = load(p, at + i).mul(load(d, dAt + i));
            DoubleVector old = load(s, at + i);
            DoubleVector sum = old.add(q);
            all = all.mul(sum);
            q.div(sum).intoArray(p, at + i);
            old.div(sum).intoArray(s, at + i);
        }
        all.intoArray(weights, w);
    }

    private void advanceComplex(
            double[] p, double[] s, int at, double[] weights, int w, double[] d, int dAt, double[] lead, int l) {
        DoubleVector wRe = load(weights, w);
        DoubleVector wIm = load(weights, w + LANES);
        DoubleVector lRe = load(lead, l);
        DoubleVector lIm = load(lead, l + LANES);
        DoubleVector allRe = productRe(wRe, wIm, lRe, lIm);
        DoubleVector allIm = productIm(wRe, wIm, lRe, lIm);
        for (int i = 0; i < 2 * LANES * units(); i += 2 * LANES) {
            DoubleVector pRe = load(p, at + i);
            DoubleVector pIm = load(p, at + LANES + i);
            DoubleVector dRe = load(d, dAt + i);
            DoubleVector dIm = load(d, dAt + LANES + i);
            DoubleVector qRe = productRe(pRe, pIm, dRe, dIm);
            DoubleVector qIm = productIm(pRe, pIm, dRe, dIm);
            DoubleVector sRe = load(s, at + i);
            DoubleVector sIm = load(s, at + LANES + i);
            DoubleVector sumRe = sRe.add(qRe);
            DoubleVector sumIm = sIm.add(qIm);
            DoubleVector next = productRe(allRe, allIm, sumRe, sumIm);
            allIm = productIm(allRe, allIm, sumRe, sumIm);
            allRe = next;
            DoubleVector factor = ONE.div(sumRe.fma(sumRe, sumIm.mul(sumIm)));
            DoubleVector inverseRe = sumRe.mul(factor);
            DoubleVector inverseIm = sumIm.neg().mul(factor);
            productRe(qRe, qIm, inverseRe, inverseIm).intoArray(p, at + i);
            productIm(qRe, qIm, inverseRe, inverseIm).intoArray(p, at + LANES + i);
            productRe(sRe, sIm, inverseRe, inverseIm).intoArray(s, at + i);
            productIm(sRe, sIm, inverseRe, inverseIm).intoArray(s, at + LANES + i);
        }
        allRe.intoArray(weights, w);
        allIm.intoArray(weights, w + LANES);
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }

    private static DoubleVector productRe(DoubleVector xRe, DoubleVector xIm, DoubleVector yRe, DoubleVector yIm) {
        return xRe.mul(yRe).sub(xIm.mul(yIm));
    }

    private static DoubleVector productIm(DoubleVector xRe, DoubleVector xIm, DoubleVector yRe, DoubleVector yIm) {
        return xRe.fma(yIm, xIm.mul(yRe));
    }
}
