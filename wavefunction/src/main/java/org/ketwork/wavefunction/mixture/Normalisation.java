package org.ketwork.wavefunction.mixture;

/** The two mixed states that an ensemble of wavefunctions ψ_m with probabilities q_m can mean. */
public enum Normalisation {
    /** ρ = Σ q_m |ψ_m⟩⟨ψ_m| / ⟨ψ_m|ψ_m⟩: every member counts by its probability, whatever its norm. */
    EACH,
    /** ρ = Σ q_m |ψ_m⟩⟨ψ_m| / Σ q_m ⟨ψ_m|ψ_m⟩: members of larger norm count for more. */
    ONCE
}
