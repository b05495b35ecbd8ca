/**
 * How parameters move: steps from gradients, learning rates over time, and full-batch minimisation.
 */
@NullMarked
package org.ketwork.neural.optimiser;

import org.jspecify.annotations.NullMarked;
