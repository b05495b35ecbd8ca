/**
 * Predictions of a classifier with masks: by its average network ({@link org.ketwork.neural.prediction.WeightScaling}), by drawn
 * masks ({@link org.ketwork.neural.prediction.MonteCarlo}), or by all masks of its last hidden layer
 * ({@link org.ketwork.neural.prediction.AllMasks}).
 */
@NullMarked
package org.ketwork.neural.prediction;

import org.jspecify.annotations.NullMarked;
