/**
 * What a sample says: energies, observables, correlations, entropies, fidelities, with errors that can be trusted. {@code Soundness}
 * decides whether an energy may be used as a number, {@code LanczosStep} lowers it once more.
 */
@NullMarked
package org.ketwork.wavefunction.estimate;

import org.jspecify.annotations.NullMarked;
