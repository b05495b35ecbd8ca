package org.ketwork.quantum.spectrum;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.state.Amplitude;

/** Whether an operator has a symmetry: its elements ⟨gσ|A|gσ'⟩ and ⟨σ|A|σ'⟩ are compared at random σ for all g. */
final class Invariance {
    private static final int TRIES = 3;
    private static final double SAME = 1e-9;

    private Invariance() {}

    static void require(ConfigurationOperator operator, Codes codes, SymmetrySector sector, RandomAddress address) {
        Permutations permutations = new Permutations(codes, sector.character().group());
        long flip = sector.flipParity() == 0 ? 0 : (1L << codes.space().sites()) - 1;
        for (int i = 0; i < TRIES; i++) {
            byte[] levels = new byte[codes.space().sites()];
            codes.space().random(levels, 0, address.at(i).stream());
            long code = codes.code(levels, 0);
            Map<Long, Amplitude> row = row(operator, codes, code);
            for (int g = 0; g < sector.character().group().order(); g++) {
                int element = g;
                if (differs(
                        row,
                        row(operator, codes, permutations.apply(g, code)),
                        to -> permutations.apply(element, to))) {
                    throw new InvalidInputException(
                            "the operator does not have the symmetry of the sector: a permutation of sites changes it");
                }
            }
            if (flip != 0 && differs(row, row(operator, codes, code ^ flip), to -> to ^ flip)) {
                throw new InvalidInputException(
                        "the operator does not have the symmetry of the sector: the spin flip changes it");
            }
        }
    }

    private static boolean differs(Map<Long, Amplitude> row, Map<Long, Amplitude> other, LongUnaryOperator map) {
        if (row.size() != other.size()) {
            return true;
        }
        for (Map.Entry<Long, Amplitude> entry : row.entrySet()) {
            Amplitude value = entry.getValue();
            Amplitude image = other.getOrDefault(map.applyAsLong(entry.getKey()), new Amplitude(Double.NaN, 0));
            double scale = Math.max(1, Math.hypot(value.re(), value.im()));
            if (!(Math.hypot(value.re() - image.re(), value.im() - image.im()) <= SAME * scale)) {
                return true;
            }
        }
        return false;
    }

    /** ⟨σ|A|σ'⟩ by the code of σ'. */
    private static Map<Long, Amplitude> row(ConfigurationOperator operator, Codes codes, long code) {
        byte[] levels = new byte[codes.space().sites() + Codes.SLACK];
        codes.levels(new long[] {code}, 1, levels);
        Configurations at = new Configurations(codes.space(), 1, levels);
        double[] re = new double[1];
        double[] im = new double[1];
        Map<Long, Amplitude> row = new HashMap<>();
        operator.diagonal(at, re);
        row.put(code, new Amplitude(re[0], 0));
        for (Transition transition : operator.transitions()) {
            im[0] = 0;
            transition.elements(at, re, im);
            if (re[0] != 0 || im[0] != 0) {
                row.put(
                        (code ^ codes.flips(transition.move())) + codes.shift(transition.move()),
                        new Amplitude(re[0], im[0]));
            }
        }
        return row;
    }
}
