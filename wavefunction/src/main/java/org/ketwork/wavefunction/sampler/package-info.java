/**
 * Configurations drawn from the squared modulus of a wavefunction: by Markov chains under a {@code Rule}, with or without replicas,
 * by exact or direct draws, or all of them by exact summation. Each gives a {@code Sample}; {@code WidenedSample} leads some of its draws
 * on, to see what lies near nodes.
 */
@NullMarked
package org.ketwork.wavefunction.sampler;

import org.jspecify.annotations.NullMarked;
