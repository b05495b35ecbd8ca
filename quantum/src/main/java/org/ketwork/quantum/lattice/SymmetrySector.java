package org.ketwork.quantum.lattice;

import org.ketwork.numerics.InvalidInputException;

/**
 * The wavefunctions with one character of a symmetry group and, if asked for, one parity under the flip of all spins.
 *
 * @param flipParity +1 or −1, or 0 if the flip is not used
 */
public record SymmetrySector(GroupCharacter character, int flipParity) {
    public SymmetrySector {
        if (flipParity < -1 || flipParity > 1) {
            throw new InvalidInputException(
                    "the parity under the spin flip is +1 or -1, or 0 if it is not used, got " + flipParity);
        }
    }
}
