package org.ketwork.neural.mask;

/** What a mask is divided by before it acts. */
public enum Scaling {
    /** The mask as it is; predictions without masks must then shrink the weights. */
    PLAIN,
    /** The mask divided by its mean, so that a unit keeps its value on average and predictions without masks need no change. */
    INVERTED
}
