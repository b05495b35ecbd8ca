package org.ketwork.lab.claim;

/** How much a claim may compute: seconds, about a minute, or as long as its statistics need. */
public enum Size {
    QUICK,
    STANDARD,
    FULL;

    /** The value that belongs to this size. */
    public int choose(int quick, int standard, int full) {
        return switch (this) {
            case QUICK -> quick;
            case STANDARD -> standard;
            case FULL -> full;
        };
    }
}
