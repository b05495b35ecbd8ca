package org.ketwork.neural.training;

/**
 * Stop when the validation loss has not fallen for some epochs.
 *
 * @param patience epochs without a new best loss after which training stops
 * @param margin by how much a loss must lie below the best one to count as better
 */
public record EarlyStopping(int patience, double margin) {
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1 epoch, got " + patience);
        }
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("margin must not be negative, got " + margin);
        }
    }

    public EarlyStopping(int patience) {
        this(patience, 0);
    }
}
