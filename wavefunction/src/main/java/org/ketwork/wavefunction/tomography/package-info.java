/** Quantum state tomography by neural wavefunctions: the state whose Born probabilities fit measured bit strings in several bases. */
@NullMarked
package org.ketwork.wavefunction.tomography;

import org.jspecify.annotations.NullMarked;
