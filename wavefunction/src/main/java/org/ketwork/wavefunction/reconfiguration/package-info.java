/** Stochastic reconfiguration: the step that follows imaginary time as far as the family of wavefunctions allows. */
@NullMarked
package org.ketwork.wavefunction.reconfiguration;

import org.jspecify.annotations.NullMarked;
