/**
 * Training: mini-batches in addressed random order, what is recorded, when to stop, and a state that can be stored and taken up
 * again to the same bits.
 */
@NullMarked
package org.ketwork.neural.training;

import org.jspecify.annotations.NullMarked;
