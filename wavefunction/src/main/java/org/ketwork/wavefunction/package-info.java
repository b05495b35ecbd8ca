/**
 * Neural quantum states. A family of wavefunctions ({@code ansatz}) is sampled ({@code sampler}), measured ({@code estimate}) and
 * improved ({@code reconfiguration}). Exact summation answers the same interfaces as sampling: a sample is a list of
 * configurations with weights, and all configurations with their probabilities are a sample too.
 */
@NullMarked
package org.ketwork.wavefunction;

import org.jspecify.annotations.NullMarked;
