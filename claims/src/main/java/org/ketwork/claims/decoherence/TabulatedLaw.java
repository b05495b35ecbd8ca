package org.ketwork.claims.decoherence;

import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.neural.mask.RealMaskLaw;

/** A mask law in closed form beside the table of its masks. */
record TabulatedLaw(RealMaskLaw closed, MaskTable table) {}
