package org.ketwork.neural.training;

import java.util.Optional;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.mask.KeepSchedule;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.neural.optimiser.Optimiser;

/**
 * How a network is trained.
 *
 * @param batchSize samples per step; the last batch of an epoch may be smaller
 * @param epochs how often every example is seen
 * @param sharing who shares a mask, if it is not left to the maskings of the layers
 * @param keep keep probability over time in epochs, if it is not left to the mask laws
 * @param earlyStopping when to stop before the last epoch
 */
public record TrainingSpec(
        Loss loss,
        Optimiser optimiser,
        LearningRate learningRate,
        int batchSize,
        int epochs,
        Optional<Sharing> sharing,
        Optional<KeepSchedule> keep,
        Optional<EarlyStopping> earlyStopping) {
    public TrainingSpec {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size must be at least 1, got " + batchSize);
        }
        if (epochs < 0) {
            throw new IllegalArgumentException("the number of epochs must not be negative, got " + epochs);
        }
    }

    public TrainingSpec(Loss loss, Optimiser optimiser, LearningRate learningRate, int batchSize, int epochs) {
        this(loss, optimiser, learningRate, batchSize, epochs, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public TrainingSpec with(Sharing newSharing) {
        return new TrainingSpec(
                loss, optimiser, learningRate, batchSize, epochs, Optional.of(newSharing), keep, earlyStopping);
    }

    public TrainingSpec with(KeepSchedule schedule) {
        return new TrainingSpec(
                loss, optimiser, learningRate, batchSize, epochs, sharing, Optional.of(schedule), earlyStopping);
    }

    public TrainingSpec with(EarlyStopping rule) {
        return new TrainingSpec(loss, optimiser, learningRate, batchSize, epochs, sharing, keep, Optional.of(rule));
    }
}
