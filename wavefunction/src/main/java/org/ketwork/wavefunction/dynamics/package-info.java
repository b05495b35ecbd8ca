/** Motion of wavefunctions in real and imaginary time, by the time-dependent variational principle. */
@NullMarked
package org.ketwork.wavefunction.dynamics;

import org.jspecify.annotations.NullMarked;
