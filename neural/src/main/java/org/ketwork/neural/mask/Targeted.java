package org.ketwork.neural.mask;

import java.util.stream.IntStream;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Targeted dropout: of the ⌊γ d⌋ units of smallest magnitude each is dropped independently with probability α; the others are
 * always kept (Gomez et al. 2019, section 3). Scores are signed values whose magnitude ranks the units: norms of incoming
 * weights in the paper, or activations. Ties go to the lower unit number.
 *
 * @param targetedFraction γ in [0, 1]
 * @param dropProbability α in [0, 1]
 */
public record Targeted(double targetedFraction, double dropProbability) implements AwareMaskLaw {
    public Targeted {
        requireFraction("targeted fraction", targetedFraction);
        requireFraction("drop probability of targeted units", dropProbability);
    }

    private static void requireFraction(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " must be in [0, 1], got " + value);
        }
    }

    @Override
    public String describe() {
        return "Targeted(fraction=" + targetedFraction + ", drop=" + dropProbability + ")";
    }

    @Override
    public double[] keepProbabilities(double[] scores) {
        double[] keep = Moments.filled(scores.length, 1);
        int targets = (int) Math.floor(targetedFraction * scores.length);
        Ranking.ascending(scores.length, i -> Math.abs(scores[i]))
                .limit(targets)
                .forEach(i -> {
                    keep[i] = 1 - dropProbability;
                });
        return keep;
    }

    @Override
    public void fill(RandomAddress address, double[] scores, double[] mask) {
        double[] keep = keepProbabilities(scores);
        IntStream.range(0, keep.length).forEach(i -> mask[i] = address.bernoulli(i, keep[i]) ? 1 : 0);
    }
}
