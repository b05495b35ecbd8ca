package org.ketwork.quantum.space;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomStream;

/** Arrangements of a total number of particles on sites that hold no more than a few each: how many there are, and one at random. */
final class BoundedSums {
    private static final int BISECTIONS = 60;

    private BoundedSums() {}

    static double count(int sites, int most, int total) {
        double[] ones = new double[most + 1];
        Arrays.fill(ones, 1);
        return sums(sites, ones, total)[total];
    }

    /** Weights of the totals from 0 on of so many sites. */
    private static double[] sums(int sites, double[] weights, int most) {
        double[] sums = new double[most + 1];
        sums[0] = 1;
        for (int s = 0; s < sites; s++) {
            sums = oneSiteMore(sums, weights);
        }
        return sums;
    }

    /** Writes an arrangement drawn uniformly. */
    static void random(byte[] levels, int offset, int sites, int most, int total, RandomStream random) {
        if (total == 0 || total == (long) sites * most) {
            Arrays.fill(levels, offset, offset + sites, (byte) (total == 0 ? 0 : most));
            return;
        }
        double[] weights = weights(most, (double) total / sites);
        double[][] sums = new double[sites][];
        sums[0] = new double[total + 1];
        sums[0][0] = 1;
        for (int s = 1; s < sites; s++) {
            sums[s] = oneSiteMore(sums[s - 1], weights);
        }
        int left = total;
        for (int i = 0; i < sites; i++) {
            int others = sites - i - 1;
            int lowest = (int) Math.max(0, left - (long) others * most);
            int highest = Math.min(most, left);
            double all = 0;
            for (int level = lowest; level <= highest; level++) {
                all += weights[level] * sums[others][left - level];
            }
            double u = random.nextDouble() * all;
            int level = lowest;
            while (level < highest && u >= weights[level] * sums[others][left - level]) {
                u -= weights[level] * sums[others][left - level];
                level++;
            }
            levels[offset + i] = (byte) level;
            left -= level;
        }
    }

    /**
     * How likely the numbers of particles on a few different sites are if all arrangements are equally likely: most + 1 numbers for each
     * site, row-major.
     */
    static double[] probabilities(int chosen, int sites, int most, int total) {
        double[] weights = weights(most, (double) total / sites);
        double[] others = sums(sites - chosen, weights, total);
        int d = most + 1;
        double[] probabilities = new double[(int) Math.pow(d, chosen)];
        double all = 0;
        for (int entry = 0; entry < probabilities.length; entry++) {
            double weight = 1;
            int left = total;
            for (int site = 0, digits = entry; site < chosen; site++, digits /= d) {
                weight *= weights[digits % d];
                left -= digits % d;
            }
            if (left >= 0) {
                probabilities[entry] = weight * others[left];
                all += probabilities[entry];
            }
        }
        for (int entry = 0; entry < probabilities.length; entry++) {
            probabilities[entry] /= all;
        }
        return probabilities;
    }

    /** next[n] = Σ_k weights[k] sums[n − k]. */
    private static double[] oneSiteMore(double[] sums, double[] weights) {
        double[] next = new double[sums.length];
        for (int n = 0; n < next.length; n++) {
            for (int k = 0; k < weights.length && k <= n; k++) {
                next[n] += weights[k] * sums[n - k];
            }
        }
        return next;
    }

    /**
     * Probabilities proportional to z^k with the given mean. All arrangements of one total have the same weight under them, whatever z; at
     * this z the total is a likely one, so that the probabilities of sums neither overflow nor vanish.
     */
    private static double[] weights(int most, double mean) {
        double low = -60;
        double high = 60;
        double[] weights = new double[most + 1];
        for (int step = 0; step < BISECTIONS; step++) {
            double logZ = (low + high) / 2;
            double norm = 0;
            double first = 0;
            for (int k = 0; k <= most; k++) {
                weights[k] = Math.exp(logZ > 0 ? logZ * (k - most) : logZ * k);
                norm += weights[k];
                first += k * weights[k];
            }
            for (int k = 0; k <= most; k++) {
                weights[k] /= norm;
            }
            if (first / norm < mean) {
                low = logZ;
            } else {
                high = logZ;
            }
        }
        return weights;
    }
}
