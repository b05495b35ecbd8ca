package org.ketwork.numerics.kernel;

/** The products as plain loops: the oracle of {@link SimdUnitProducts}, and the fallback without the incubator module. */
record PlainUnitProducts(int blocks, int units, boolean complex) implements UnitProducts {
    PlainUnitProducts {
        if (blocks < 1 || units < 1) {
            throw new IllegalArgumentException("blocks and units must be at least 1, got " + blocks + " and " + units);
        }
    }

    @Override
    public void multiply(double[] x, int xAt, double[] y, int yAt, double[] out, int outAt, int vectors) {
        if (!complex) {
            for (int i = 0; i < vectors * LANES; i++) {
                out[outAt + i] = x[xAt + i] * y[yAt + i];
            }
            return;
        }
        for (int vector = 0; vector < vectors; vector++) {
            int offset = 2 * LANES * vector;
            for (int i = offset; i < offset + LANES; i++) {
                double xRe = x[xAt + i];
                double xIm = x[xAt + LANES + i];
                double yRe = y[yAt + i];
                double yIm = y[yAt + LANES + i];
                out[outAt + i] = xRe * yRe - xIm * yIm;
                out[outAt + LANES + i] = Math.fma(xRe, yIm, xIm * yRe);
            }
        }
    }

    @Override
    public void settle(double[] p, double[] s, int at, int from, int to, double[] product) {
        for (int block = 0; block < blocks; block++) {
            for (int lane = 0; lane < LANES; lane++) {
                if (complex) {
                    settleComplex(p, s, at, from, to, product, block, lane);
                } else {
                    settleReal(p, s, at, from, to, product, block, lane);
                }
            }
        }
    }

    private void settleReal(double[] p, double[] s, int at, int from, int to, double[] product, int block, int lane) {
        double all = 1;
        for (int unit = from; unit < to; unit++) {
            int i = at + (block * units + unit) * LANES + lane;
            double q = p[i];
            double sum = 1 + q;
            all *= sum;
            s[i] = 1 / sum;
            p[i] = q * s[i];
        }
        product[block * LANES + lane] = all;
    }

    private void settleComplex(
            double[] p, double[] s, int at, int from, int to, double[] product, int block, int lane) {
        double allRe = 1;
        double allIm = 0;
        for (int unit = from; unit < to; unit++) {
            int i = at + (block * units + unit) * 2 * LANES + lane;
            double qRe = p[i];
            double qIm = p[i + LANES];
            double re = 1 + qRe;
            double next = allRe * re - allIm * qIm;
            allIm = Math.fma(allRe, qIm, allIm * re);
            allRe = next;
            // Scaled first, since the square of a large q overflows.
            double scale = 1 / Math.max(Math.abs(re), Math.abs(qIm));
            double scaledRe = re * scale;
            double scaledIm = qIm * scale;
            double factor = scale / Math.fma(scaledRe, scaledRe, scaledIm * scaledIm);
            double sRe = scaledRe * factor;
            double sIm = -scaledIm * factor;
            s[i] = sRe;
            s[i + LANES] = sIm;
            p[i] = qRe * sRe - qIm * sIm;
            p[i + LANES] = Math.fma(qRe, sIm, qIm * sRe);
        }
        product[2 * LANES * block + lane] = allRe;
        product[2 * LANES * block + LANES + lane] = allIm;
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
        double[] strands = new double[parts() * LANES];
        for (int i = from; i < to; i++) {
            java.util.Arrays.fill(strands, 0);
            for (int block = 0; block < blocks; block++) {
                for (int lane = 0; lane < LANES; lane++) {
                    if (complex) {
                        addComplex(p, weights, rows[i], d, dAt, lead, leadAt, block, lane, strands);
                    } else {
                        addReal(p, weights, rows[i], d, dAt, lead, leadAt, block, lane, strands);
                    }
                }
            }
            re[rows[i]] = total(strands, 0);
            if (complex) {
                im[rows[i]] = total(strands, LANES);
            }
        }
    }

    static double total(double[] strands, int at) {
        return ((strands[at] + strands[at + 1]) + (strands[at + 2] + strands[at + 3]))
                + ((strands[at + 4] + strands[at + 5]) + (strands[at + 6] + strands[at + 7]));
    }

    private void addReal(
            double[] p,
            double[] weights,
            int row,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            int block,
            int lane,
            double[] strands) {
        int first = block * LANES + lane;
        double all = weights[row * leadWidth() + first] * lead[leadAt + first];
        for (int unit = 0; unit < units; unit++) {
            int i = (block * units + unit) * LANES + lane;
            all *= Math.fma(p[row * width() + i], d[dAt + i] - 1, 1);
        }
        strands[lane] += all;
    }

    private void addComplex(
            double[] p,
            double[] weights,
            int row,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            int block,
            int lane,
            double[] strands) {
        int w = row * leadWidth() + 2 * LANES * block + lane;
        int l = leadAt + 2 * LANES * block + lane;
        double allRe = weights[w] * lead[l] - weights[w + LANES] * lead[l + LANES];
        double allIm = Math.fma(weights[w], lead[l + LANES], weights[w + LANES] * lead[l]);
        for (int unit = 0; unit < units; unit++) {
            int i = (block * units + unit) * 2 * LANES + lane;
            double pRe = p[row * width() + i];
            double pIm = p[row * width() + i + LANES];
            double less = d[dAt + i] - 1;
            double dIm = d[dAt + i + LANES];
            double factorRe = Math.fma(pRe, less, Math.fma(pIm, -dIm, 1));
            double factorIm = Math.fma(pRe, dIm, pIm * less);
            double next = allRe * factorRe - allIm * factorIm;
            allIm = Math.fma(allRe, factorIm, allIm * factorRe);
            allRe = next;
        }
        strands[lane] += allRe;
        strands[LANES + lane] += allIm;
    }

    @Override
    public void advance(
            double[] p, double[] s, double[] weights, int row, double[] d, int dAt, double[] lead, int leadAt) {
        for (int block = 0; block < blocks; block++) {
            for (int lane = 0; lane < LANES; lane++) {
                if (complex) {
                    advanceComplex(p, s, weights, row, d, dAt, lead, leadAt, block, lane);
                } else {
                    advanceReal(p, s, weights, row, d, dAt, lead, leadAt, block, lane);
                }
            }
        }
    }

    private void advanceReal(
            double[] p,
            double[] s,
            double[] weights,
            int row,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            int block,
            int lane) {
        int first = block * LANES + lane;
        double all = weights[row * leadWidth() + first] * lead[leadAt + first];
        for (int unit = 0; unit < units; unit++) {
            int j = (block * units + unit) * LANES + lane;
            int i = row * width() + j;
            double q = p[i] * d[dAt + j];
            double sum = s[i] + q;
            all *= sum;
            p[i] = q / sum;
            s[i] = s[i] / sum;
        }
        weights[row * leadWidth() + first] = all;
    }

    private void advanceComplex(
            double[] p,
            double[] s,
            double[] weights,
            int row,
            double[] d,
            int dAt,
            double[] lead,
            int leadAt,
            int block,
            int lane) {
        int w = row * leadWidth() + 2 * LANES * block + lane;
        int l = leadAt + 2 * LANES * block + lane;
        double allRe = weights[w] * lead[l] - weights[w + LANES] * lead[l + LANES];
        double allIm = Math.fma(weights[w], lead[l + LANES], weights[w + LANES] * lead[l]);
        for (int unit = 0; unit < units; unit++) {
            int j = (block * units + unit) * 2 * LANES + lane;
            int i = row * width() + j;
            double dRe = d[dAt + j];
            double dIm = d[dAt + j + LANES];
            double qRe = p[i] * dRe - p[i + LANES] * dIm;
            double qIm = Math.fma(p[i], dIm, p[i + LANES] * dRe);
            double sumRe = s[i] + qRe;
            double sumIm = s[i + LANES] + qIm;
            double next = allRe * sumRe - allIm * sumIm;
            allIm = Math.fma(allRe, sumIm, allIm * sumRe);
            allRe = next;
            double factor = 1 / Math.fma(sumRe, sumRe, sumIm * sumIm);
            double inverseRe = sumRe * factor;
            double inverseIm = -sumIm * factor;
            double sRe = s[i];
            double sIm = s[i + LANES];
            p[i] = qRe * inverseRe - qIm * inverseIm;
            p[i + LANES] = Math.fma(qRe, inverseIm, qIm * inverseRe);
            s[i] = sRe * inverseRe - sIm * inverseIm;
            s[i + LANES] = Math.fma(sRe, inverseIm, sIm * inverseRe);
        }
        weights[w] = allRe;
        weights[w + LANES] = allIm;
    }
}
