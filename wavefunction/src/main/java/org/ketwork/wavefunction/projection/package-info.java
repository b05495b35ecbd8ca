/** Wavefunctions projected on a symmetry sector, by sums over the copies of a configuration. */
@NullMarked
package org.ketwork.wavefunction.projection;

import org.jspecify.annotations.NullMarked;
