package org.ketwork.wavefunction.dynamics;

/** Along which time a state moves. */
public enum Time {
    /** ψ(t) = exp(−iHt) ψ(0), with ħ = 1: X dθ/dt = −iε. */
    REAL,
    /** ψ(τ) ∝ exp(−Hτ) ψ(0): X dθ/dτ = −ε. */
    IMAGINARY
}
