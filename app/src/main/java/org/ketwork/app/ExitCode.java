package org.ketwork.app;

/** What a command tells the program that called it. */
final class ExitCode {
    /** Everything was done. */
    static final int DONE = 0;
    /** The result is one that the caller asked to be an error. */
    static final int UNEXPECTED = 1;
    /** The input is unusable; one sentence on standard error says why. */
    static final int BAD_INPUT = 2;
    /** A defect of the program. */
    static final int INTERNAL = 3;

    private ExitCode() {}
}
