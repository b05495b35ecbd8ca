/**
 * Detectors that noise can help: a threshold unit (one neuron), an array of such units, and a particle in a well. Each gives its
 * performance as a function of the noise, so that the best noise, if there is one, can be computed and compared.
 */
@NullMarked
package org.ketwork.bridge.resonance;

import org.jspecify.annotations.NullMarked;
