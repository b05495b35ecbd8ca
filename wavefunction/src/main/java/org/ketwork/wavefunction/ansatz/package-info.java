/** Families of wavefunctions, their amplitudes, ratios of amplitudes, and derivatives by the parameters. */
@NullMarked
package org.ketwork.wavefunction.ansatz;

import org.jspecify.annotations.NullMarked;
