package org.ketwork.numerics;

/**
 * The caller's input is unusable. The message is one plain sentence that names what was found and what is allowed; the command
 * line prints it as it is and exits with code 2.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String sentence) {
        super(sentence);
    }

    public InvalidInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
