/**
 * Quantum kernels read as regression: classical data encoded in qubits, the Pauli expectation values as features, the fidelity as
 * their kernel, and the two noises that act on them, depolarisation of the state and dropout of the features.
 */
@NullMarked
package org.ketwork.bridge.kernel;

import org.jspecify.annotations.NullMarked;
