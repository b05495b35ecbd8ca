package org.ketwork.wavefunction.reconfiguration;

/** Where the equations of a step are solved. Both spaces give the same step, to rounding. */
public enum Space {
    /** Where it costs fewer multiplications; see {@link StepCost}. */
    CHEAPER,
    /** (X†X + λ) d = X†ε, a system as large as the number of parameters. */
    PARAMETERS,
    /** d = X† (XX† + λ)⁻¹ ε, a system as large as the number of configurations (Chen and Heyl, Nat. Phys. 20, 1476 (2024)). */
    SAMPLES
}
