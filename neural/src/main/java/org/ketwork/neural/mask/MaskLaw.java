package org.ketwork.neural.mask;

/**
 * A law of random masks over the units of one layer. The type says what the law may look at: a {@link BlindMaskLaw} never sees
 * the data, an {@link AwareMaskLaw} reads one score per unit of the sample at hand.
 */
public sealed interface MaskLaw permits BlindMaskLaw, AwareMaskLaw {
    /** The law and its parameters in one phrase, as it stands in reports. */
    String describe();
}
