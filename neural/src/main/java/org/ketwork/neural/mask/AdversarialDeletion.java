package org.ketwork.neural.mask;

import org.ketwork.numerics.random.RandomAddress;

/**
 * Adversarial deletion: the K units whose loss hurts most are dropped, without chance (Globerson and Roweis, ICML 2006). Scores
 * are contributions to the margin (y w_i x_i for a linear classifier); the K largest positive ones are deleted, fewer when fewer
 * are positive. Ties go to the lower unit number.
 */
public record AdversarialDeletion(int deletions) implements AwareMaskLaw {
    public AdversarialDeletion {
        if (deletions < 0) {
            throw new IllegalArgumentException("the number of deletions must not be negative, got " + deletions);
        }
    }

    @Override
    public String describe() {
        return "AdversarialDeletion(K=" + deletions + ")";
    }

    @Override
    public double[] keepProbabilities(double[] scores) {
        double[] keep = Moments.filled(scores.length, 1);
        Ranking.ascending(scores.length, i -> -scores[i])
                .limit(deletions)
                .filter(i -> scores[i] > 0)
                .forEach(i -> keep[i] = 0);
        return keep;
    }

    @Override
    public void fill(RandomAddress address, double[] scores, double[] mask) {
        System.arraycopy(keepProbabilities(scores), 0, mask, 0, mask.length);
    }
}
