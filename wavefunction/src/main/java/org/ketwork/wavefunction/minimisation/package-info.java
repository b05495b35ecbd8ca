/** The search for the wavefunction of least energy: steps of sampling, measuring and reconfiguring, which can be stored and resumed. */
@NullMarked
package org.ketwork.wavefunction.minimisation;

import org.jspecify.annotations.NullMarked;
