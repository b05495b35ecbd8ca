package org.ketwork.numerics;

/**
 * A computed result contradicts a theorem that it must obey (an entropy order, a probability outside [0, 1], an energy below
 * the exact bound). The message names the law. It always means a defect in the program or in the data handed to it, so the run
 * stops instead of reporting the number.
 */
public final class LawViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LawViolation(String law) {
        super(law);
    }
}
