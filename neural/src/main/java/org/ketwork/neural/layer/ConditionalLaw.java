package org.ketwork.neural.layer;

/**
 * The probabilities of the levels of one site, given the sites before it: p(k) ∝ W(k) exp a_k with the logits a that a network reads off
 * the earlier sites. W(k) is the number of ways in which the later sites can complete level k to the conserved sum. It is 0 where there
 * is none, so that no forbidden configuration has an amplitude, and at equal logits all configurations are equally likely. Without a
 * conserved sum W = 1.
 */
public final class ConditionalLaw {
    private final int levels;
    private final int sum;
    /** Entry (s, n) is the logarithm of the number of ways in which s sites add up to n; empty without a conserved sum. */
    private final double[][] logWays;

    ConditionalLaw(SiteLevels site, int sites) {
        levels = site.count();
        sum = site.sum().orElse(0);
        logWays = site.sum().isEmpty() ? new double[0][] : new double[sites][];
        double[] terms = new double[levels];
        for (int s = 0; s < logWays.length; s++) {
            logWays[s] = new double[sum + 1];
            for (int n = 0; n <= sum; n++) {
                for (int k = 0; k < levels; k++) {
                    terms[k] = s == 0 || k > n ? Double.NEGATIVE_INFINITY : logWays[s - 1][n - k];
                }
                logWays[s][n] = s == 0 && n == 0 ? 0 : logSum(terms, 0, levels);
            }
        }
    }

    /** What the levels of all sites add up to; 0 if nothing is conserved. */
    public int sum() {
        return sum;
    }

    /**
     * Writes log p of every level; −∞ for all of them if the sum can no longer be reached.
     *
     * @param logits those of this site begin at {@code from}
     * @param later how many sites come after this one
     * @param left what this site and the later ones add up to; without meaning if nothing is conserved
     */
    public void logProbabilities(double[] logits, int from, int later, int left, double[] target, int to) {
        for (int k = 0; k < levels; k++) {
            target[to + k] = logits[from + k] + logWays(later, left - k);
        }
        double norm = logSum(target, to, levels);
        for (int k = 0; k < levels && norm > Double.NEGATIVE_INFINITY; k++) {
            target[to + k] -= norm;
        }
    }

    private double logWays(int sites, int total) {
        if (logWays.length == 0) {
            return 0;
        }
        return total < 0 || total > sum ? Double.NEGATIVE_INFINITY : logWays[sites][total];
    }

    private static double logSum(double[] terms, int from, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, terms[from + k]);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.exp(terms[from + k] - most);
        }
        return most + Math.log(sum);
    }
}
