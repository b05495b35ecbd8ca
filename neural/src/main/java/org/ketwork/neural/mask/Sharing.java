package org.ketwork.neural.mask;

/** Who shares a mask. The expected loss is the same either way, its variance is not. */
public enum Sharing {
    /** Every sample has its own mask, addressed by the sample's number. */
    PER_SAMPLE,
    /** One mask for all samples of a pass: a pass is one sub-network. */
    PER_BATCH
}
