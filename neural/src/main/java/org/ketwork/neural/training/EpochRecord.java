package org.ketwork.neural.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is recorded after an epoch.
 *
 * @param epoch number of epochs made, counted from 1
 * @param steps number of steps made since the start of training
 * @param learningRate the rate of the last step
 * @param keepProbability that of the last step, if it follows a schedule
 * @param training scores over the epoch's own passes, each batch before the step it caused
 * @param validation scores of the parameters after the epoch, on examples that are not trained on, without masks
 */
public record EpochRecord(
        int epoch,
        long steps,
        double learningRate,
        OptionalDouble keepProbability,
        Scores training,
        Optional<Scores> validation) {}
