package org.ketwork.neural.training;

import java.util.OptionalDouble;

/**
 * How well a network does on a set of examples.
 *
 * @param masked whether masks were on in the passes that were scored
 * @param loss the mean loss per sample
 * @param accuracy share of samples whose most probable class is the true one, for classifiers
 * @param calibrationError expected calibration error, for classifiers; see {@link Calibration}
 */
public record Scores(boolean masked, double loss, OptionalDouble accuracy, OptionalDouble calibrationError) {}
