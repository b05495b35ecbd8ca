package org.ketwork.wavefunction.projection;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/**
 * The images g⁻¹σ of a configuration under the elements of a symmetry group, and those with all spins flipped if a flip parity asks for
 * them, each with its coefficient: Pψ(σ) = Σ_c coefficient(c) ψ(copy c of σ), up to a factor. Site i of copy c shows what stands on site
 * {@code seen(c, i)} of σ.
 *
 * @param flips whether the second half of the copies are the first half with all spins flipped
 * @param re real parts of the coefficients
 * @param im imaginary parts; all zero if the sector is real
 */
record Copies(SymmetryGroup group, boolean flips, double[] re, double[] im) {
    /**
     * @param flipsToo whether flipped copies are needed for the parity; a family that is even by itself does without
     */
    static Copies of(SymmetrySector sector, boolean flipsToo) {
        GroupCharacter character = sector.character();
        int order = character.group().order();
        boolean flips = flipsToo && sector.flipParity() != 0;
        double[] re = new double[flips ? 2 * order : order];
        double[] im = new double[re.length];
        for (int c = 0; c < re.length; c++) {
            int sign = c < order ? 1 : sector.flipParity();
            re[c] = sign * character.re()[c % order];
            im[c] = character.im()[c % order] == 0 ? 0 : -sign * character.im()[c % order];
        }
        return new Copies(character.group(), flips, re, im);
    }

    /** Refuses a sector that the space does not have. */
    static void require(StateSpace space, SymmetrySector sector) {
        SymmetryGroup group = sector.character().group();
        if (group.sites() != space.sites()) {
            throw new InvalidInputException("a symmetry group of " + group.sites()
                    + " sites cannot act on configurations of " + space.sites() + " sites");
        }
        if (sector.flipParity() != 0) {
            if (!(space instanceof Spins spins)) {
                throw new InvalidInputException("a flip parity needs spins, got bosons");
            }
            if (spins.magnetisation().orElse(0) != 0) {
                throw new InvalidInputException("the flip of all spins leaves a magnetisation of "
                        + spins.magnetisation().getAsInt() + "; a flip parity needs magnetisation 0");
            }
        }
    }

    int count() {
        return re.length;
    }

    int seen(int copy, int site) {
        return group.image(copy % group.order(), site);
    }

    /** The site of copy c that shows site k of the configuration. */
    int shower(int copy, int site) {
        return group.image(group.inverse(copy % group.order()), site);
    }

    /** −1 for a copy with all spins flipped, else 1. */
    int sign(int copy) {
        return copy < group.order() ? 1 : -1;
    }

    /** Writes one copy of a configuration. */
    void write(Configurations from, int row, int copy, Configurations to, int target) {
        int sites = from.sites();
        int highest = from.space().levels() - 1;
        for (int i = 0; i < sites; i++) {
            byte level = from.level(row, seen(copy, i));
            to.levels()[target * sites + i] = sign(copy) > 0 ? level : (byte) (highest - level);
        }
    }
}
