package org.ketwork.quantum.channel;

/** The answer to a question that is not always decidable by a known criterion. */
public enum Decision {
    YES,
    NO,
    /** No criterion applied; nothing is claimed. */
    UNDECIDED;

    static Decision yesIf(boolean condition) {
        return condition ? YES : NO;
    }
}
