/** Readings: projective measurements and POVMs, their probabilities, their samples, and the states they leave behind. */
@NullMarked
package org.ketwork.quantum.measurement;

import org.jspecify.annotations.NullMarked;
