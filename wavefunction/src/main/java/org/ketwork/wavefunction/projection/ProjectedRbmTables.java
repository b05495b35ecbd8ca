package org.ketwork.wavefunction.projection;

import static org.ketwork.numerics.kernel.UnitProducts.LANES;

import java.util.Arrays;
import org.ketwork.numerics.kernel.UnitProducts;
import org.ketwork.wavefunction.ansatz.Codomain;

/**
 * What the flip of one spin does to the hidden units of every copy, laid out for {@link UnitProducts}. With θ_jc the angle of unit j in
 * copy c, the flip of a spin σ_k turns exp(−2θ_jc) into exp(−2θ_jc) exp(4 W σ_k), W being the weight of the site at which the copy shows
 * σ_k, negative in a flipped copy.
 */
final class ProjectedRbmTables {
    /** Products are brought back to the size of 1 beyond 2^±SAFE. */
    private static final int SAFE = 200;
    /** exp(LARGE) 2^SAFE is finite. */
    private static final double LARGE = 560;

    private static final double LN2 = Math.log(2);

    final Copies copies;
    final UnitProducts products;
    final int sites;
    final int units;

    /** exp(±4W): number 2k + level for the flip of site k from that level, each of {@link UnitProducts#width}. */
    final double[] factors;
    /** exp(∓2 Σ_j W), numbered alike. */
    final double[] leads;
    /** exp(−2θ) of the configuration with all spins up. */
    private final double[] upward;
    /** Σ_j θ_jc of the configuration with all spins up, and its change by the flip of each site from up to down: (sites + 1, copies). */
    private final double[] angleRe;

    private final double[] angleIm;
    /** Units multiplied up before the size of their product is looked at. */
    private final int chunk;

    ProjectedRbmTables(ProjectedRbm rbm, double[] theta) {
        this.sites = rbm.space().sites();
        this.units = rbm.hidden();
        this.copies = Copies.of(rbm.sector(), rbm.biased());
        this.products = UnitProducts.of(Math.ceilDiv(copies.count(), LANES), units, rbm.codomain() != Codomain.REAL);
        this.factors = new double[2 * sites * products.width()];
        this.leads = new double[2 * sites * products.leadWidth()];
        this.upward = new double[products.width()];
        this.angleRe = new double[(sites + 1) * copies.count()];
        this.angleIm = new double[angleRe.length];
        int half = rbm.weightCount();
        double[] re = Arrays.copyOf(theta, half);
        double[] im = rbm.complex() ? Arrays.copyOfRange(theta, half, 2 * half) : new double[half];
        this.chunk = Math.max(1, (int) (LARGE / (1 + 2 * largestAngle(re, rbm.biased()))));
        gatherFactors(re, im);
        gatherAngles(re, im, rbm.biased());
    }

    /** The largest |Re θ| that a configuration could give. */
    private double largestAngle(double[] re, boolean biased) {
        double largest = 0;
        for (int unit = 0; unit < units; unit++) {
            double angle = biased ? Math.abs(re[units * sites + unit]) : 0;
            for (int i = unit * sites; i < (unit + 1) * sites; i++) {
                angle += Math.abs(re[i]);
            }
            largest = Math.max(largest, angle);
        }
        return largest;
    }

    /** The place of a number of unit j and copy c in a row of the layout. */
    int place(int unit, int copy) {
        return (copy / LANES * units + unit) * products.parts() * LANES + copy % LANES;
    }

    /** The same for a lead. */
    int leadPlace(int copy) {
        return copy / LANES * products.parts() * LANES + copy % LANES;
    }

    private void gatherFactors(double[] re, double[] im) {
        int weights = units * sites;
        double[][] up = exponentials(re, im, 4, weights);
        double[][] down = exponentials(re, im, -4, weights);
        Arrays.fill(factors, 0);
        for (int site = 0; site < sites; site++) {
            for (int level = 0; level < 2; level++) {
                int table = (2 * site + level) * products.width();
                for (int copy = 0; copy < products.blocks() * LANES; copy++) {
                    boolean empty = copy >= copies.count();
                    int shower = empty ? 0 : copies.shower(copy, site);
                    double[][] from = !empty && (copies.sign(copy) > 0) == (level == 0) ? up : down;
                    for (int unit = 0; unit < units; unit++) {
                        int to = table + place(unit, copy);
                        factors[to] = empty ? 1 : from[0][unit * sites + shower];
                        if (products.complex() && !empty) {
                            factors[to + LANES] = from[1][unit * sites + shower];
                        }
                    }
                }
            }
        }
    }

    private static double[][] exponentials(double[] re, double[] im, double factor, int count) {
        double[][] result = new double[2][count];
        for (int k = 0; k < count; k++) {
            double modulus = Math.exp(factor * re[k]);
            result[0][k] = modulus * Math.cos(factor * im[k]);
            result[1][k] = modulus * Math.sin(factor * im[k]);
        }
        return result;
    }

    private void gatherAngles(double[] re, double[] im, boolean biased) {
        double[] columnRe = columnSums(re);
        double[] columnIm = columnSums(im);
        int count = copies.count();
        for (int copy = 0; copy < count; copy++) {
            int sign = copies.sign(copy);
            for (int site = 0; site < sites; site++) {
                int shower = copies.shower(copy, site);
                double angle = sign * columnRe[shower];
                double turn = sign * columnIm[shower];
                angleRe[copy] += angle;
                angleIm[copy] += turn;
                angleRe[(site + 1) * count + copy] = -2 * angle;
                angleIm[(site + 1) * count + copy] = -2 * turn;
                putExponential(leads, 2 * site * products.leadWidth() + leadPlace(copy), -2 * angle, -2 * turn);
                putExponential(leads, (2 * site + 1) * products.leadWidth() + leadPlace(copy), 2 * angle, 2 * turn);
            }
            for (int unit = 0; unit < units; unit++) {
                double biasRe = biased ? re[units * sites + unit] : 0;
                double biasIm = biased ? im[units * sites + unit] : 0;
                angleRe[copy] += biasRe;
                angleIm[copy] += biasIm;
                double sumRe = biasRe;
                double sumIm = biasIm;
                for (int i = unit * sites; i < (unit + 1) * sites; i++) {
                    sumRe += sign * re[i];
                    sumIm += sign * im[i];
                }
                putExponential(upward, place(unit, copy), -2 * sumRe, -2 * sumIm);
            }
        }
    }

    private double[] columnSums(double[] x) {
        double[] sums = new double[sites];
        for (int unit = 0; unit < units; unit++) {
            for (int site = 0; site < sites; site++) {
                sums[site] += x[unit * sites + site];
            }
        }
        return sums;
    }

    private void putExponential(double[] target, int at, double re, double im) {
        double modulus = Math.exp(re);
        target[at] = modulus * Math.cos(im);
        if (products.complex()) {
            target[at + LANES] = modulus * Math.sin(im);
        }
    }

    /**
     * Evaluates one configuration: p and s of all units and copies from {@code at} on, and the logarithm of the amplitude Π_j cosh θ_jc of
     * every copy. Beyond |Re θ| = 280 it may overflow.
     */
    void evaluate(byte[] levels, int offset, double[] p, double[] s, int at, double[] logModulus, double[] phase) {
        int count = copies.count();
        System.arraycopy(upward, 0, p, at, products.width());
        Arrays.fill(logModulus, 0, count, -units * LN2);
        Arrays.fill(phase, 0, count, 0);
        addAngles(0, logModulus, phase);
        for (int site = 0; site < sites; site++) {
            if (levels[offset + site] == 1) {
                products.multiply(p, at, factors, 2 * site * products.width(), p, at, products.blocks() * units);
                addAngles(site + 1, logModulus, phase);
            }
        }
        double[] product = new double[products.leadWidth()];
        double[] all = new double[products.leadWidth()];
        for (int unit = 0; unit < units; unit += chunk) {
            products.settle(p, s, at, unit, Math.min(unit + chunk, units), product);
            if (unit == 0) {
                System.arraycopy(product, 0, all, 0, all.length);
            } else {
                products.multiply(all, 0, product, 0, all, 0, products.blocks());
            }
            takeOutExponents(all, logModulus);
        }
        for (int copy = 0; copy < count; copy++) {
            int place = leadPlace(copy);
            double re = all[place];
            double im = products.complex() ? all[place + LANES] : 0;
            logModulus[copy] += 0.5 * Math.log(re * re + im * im);
            phase[copy] += im == 0 && re > 0 ? 0 : Math.atan2(im, re);
        }
    }

    /** Moves powers of two to the logarithms where a product has become so large or small that a chunk more, or a square, could not be held. */
    private void takeOutExponents(double[] all, double[] logModulus) {
        for (int copy = 0; copy < copies.count(); copy++) {
            int place = leadPlace(copy);
            double size = Math.abs(all[place]);
            if (products.complex()) {
                size = Math.max(size, Math.abs(all[place + LANES]));
            }
            int exponent = Math.getExponent(size);
            if (Math.abs(exponent) > SAFE && size > 0) {
                double scale = Math.scalb(1.0, -exponent);
                all[place] *= scale;
                if (products.complex()) {
                    all[place + LANES] *= scale;
                }
                logModulus[copy] += exponent * LN2;
            }
        }
    }

    private void addAngles(int number, double[] re, double[] im) {
        int count = copies.count();
        for (int copy = 0; copy < count; copy++) {
            re[copy] += angleRe[number * count + copy];
            im[copy] += angleIm[number * count + copy];
        }
    }
}
