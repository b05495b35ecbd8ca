package org.ketwork.quantum.measurement;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;

/** Draws outcomes with given probabilities by inversion of their cumulative sums. */
public final class OutcomeSampler {
    private static final double TOLERANCE = 1e-8;

    private final double[] cumulative;

    private OutcomeSampler(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /**
     * @throws IllegalArgumentException if the numbers are not probabilities that sum to 1 within 1e-8
     */
    public static OutcomeSampler of(double[] probabilities) {
        double[] cumulative = new double[probabilities.length];
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0)) {
                throw new IllegalArgumentException("a probability must not be negative, got " + probabilities[i]);
            }
            sum += probabilities[i];
            cumulative[i] = sum;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("probabilities must sum to 1, got " + sum);
        }
        return new OutcomeSampler(cumulative);
    }

    /** The outcome that belongs to a number u in [0, 1). */
    public int outcome(double u) {
        double total = cumulative[cumulative.length - 1];
        // The product may round up to the total, behind which no outcome lies.
        double target = Math.min(u * total, Math.nextDown(total));
        int found = Arrays.binarySearch(cumulative, target);
        int k = found >= 0 ? found + 1 : -found - 1;
        // Equal neighbours in the sums are outcomes of probability zero, which must never come out.
        while (k < cumulative.length - 1 && cumulative[k] <= target) {
            k++;
        }
        return k;
    }

    /** Outcomes of shots 0 to shots − 1; shot i uses number i at the address. */
    public int[] draw(int shots, RandomAddress address) {
        int[] outcomes = new int[shots];
        for (int i = 0; i < shots; i++) {
            outcomes[i] = outcome(address.uniform(i));
        }
        return outcomes;
    }
}
