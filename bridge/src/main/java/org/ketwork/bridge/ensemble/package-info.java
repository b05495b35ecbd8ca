/**
 * A family of sub-networks as a density matrix ρ = Σ_m P(m) |ψ_m><ψ_m|. Which ket stands for a sub-network is a choice
 * ({@link org.ketwork.bridge.ensemble.EnsembleDefinition}) that travels with every number.
 */
@NullMarked
package org.ketwork.bridge.ensemble;

import org.jspecify.annotations.NullMarked;
