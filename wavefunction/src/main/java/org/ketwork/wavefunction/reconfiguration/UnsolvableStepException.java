package org.ketwork.wavefunction.reconfiguration;

/** The equations of a step have no finite solution: the shifted metric is not positive definite to rounding, or not finite. */
public final class UnsolvableStepException extends ArithmeticException {
    public UnsolvableStepException(String reason) {
        super(reason);
    }
}
