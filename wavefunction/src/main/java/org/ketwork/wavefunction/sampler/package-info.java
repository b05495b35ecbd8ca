/** Configurations drawn from the squared modulus of a wavefunction. */
@NullMarked
package org.ketwork.wavefunction.sampler;

import org.jspecify.annotations.NullMarked;
