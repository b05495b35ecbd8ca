/** What a sample says: energies, observables, correlations, with errors that can be trusted. */
@NullMarked
package org.ketwork.wavefunction.estimate;

import org.jspecify.annotations.NullMarked;
