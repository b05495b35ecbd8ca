package org.ketwork.wavefunction.reconfiguration;

/** How the equations of a step, S d = F with a metric S that is singular or nearly so, are made solvable. */
public sealed interface Regularisation permits Shift, PseudoInverse, SignalToNoise {
    /** How strong it is at a step, counted from 0: the shift, or the cut-off. */
    double at(long step);
}
