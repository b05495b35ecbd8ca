/** Excited states: the energy with a penalty for overlap with the states below. */
@NullMarked
package org.ketwork.wavefunction.excited;

import org.jspecify.annotations.NullMarked;
