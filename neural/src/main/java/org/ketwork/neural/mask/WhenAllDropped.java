package org.ketwork.neural.mask;

/** What happens to a mask of zeros only, an event that an honest law must not leave to chance. */
public enum WhenAllDropped {
    /** The layer is silent. The law stays as it is. */
    KEEP_NONE,
    /** Drawn again until a unit is kept: the law is conditioned on K ≥ 1. */
    RESAMPLE,
    /** One unit, chosen uniformly, is kept. */
    KEEP_ONE,
    /** All units are kept. */
    KEEP_ALL
}
