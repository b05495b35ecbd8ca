package org.ketwork.numerics.kernel;

/** What the status numbers and exceptions of native calls mean. */
final class Lapack {
    private Lapack() {}

    /** For iterations: a positive status says that they did not converge. */
    static void requireConverged(String function, int status) {
        requireAccepted(function, status);
        if (status > 0) {
            throw new ArithmeticException(function + " did not converge (" + status + ")");
        }
    }

    /** A negative status says which argument was wrong, which is a mistake of this package. */
    static void requireAccepted(String function, int status) {
        if (status < 0) {
            throw new IllegalStateException(function + " rejected its argument " + -status);
        }
    }

    /** An exception of a method handle's call, which declares all of them. */
    static RuntimeException failure(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }

    /** The distance of columns, which LAPACK wants positive also for an empty matrix. */
    static int stride(int rows) {
        return Math.max(1, rows);
    }
}
