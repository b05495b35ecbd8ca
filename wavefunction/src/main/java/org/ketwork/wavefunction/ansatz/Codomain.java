package org.ketwork.wavefunction.ansatz;

/** Where the amplitudes of a family live, and with them the derivatives O_k = ∂ log ψ / ∂θ_k. */
public enum Codomain {
    /** ψ is real: its phase is 0 or π, and all O_k are real. */
    REAL,
    /** ψ is complex and the O_k are complex without further structure. */
    COMPLEX,
    /**
     * log ψ is a holomorphic function of complex parameters z = x + iy, and θ holds first all x, then all y. Then the derivative by y
     * is i times the derivative by x, so derivatives are stated for the x half only.
     */
    HOLOMORPHIC
}
