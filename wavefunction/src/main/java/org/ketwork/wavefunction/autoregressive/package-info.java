/** Wavefunctions that are products of conditional amplitudes: normalised, and drawn from directly, without Markov chains. */
@NullMarked
package org.ketwork.wavefunction.autoregressive;

import org.jspecify.annotations.NullMarked;
