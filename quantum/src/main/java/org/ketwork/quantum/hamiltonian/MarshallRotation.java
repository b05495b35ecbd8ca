package org.ketwork.quantum.hamiltonian;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.StateSpace;

/**
 * An operator seen in the basis D|σ⟩ with D = (−1)^(down spins, or particles, on a sublattice): D A D. Marshall's rule (Proc. R. Soc. A
 * 232, 48 (1955)) says that in this basis the ground state of a bipartite antiferromagnet is positive. Eigenvalues stay; amplitudes of
 * the original basis are {@link #sign} times the new ones.
 */
public final class MarshallRotation implements ConfigurationOperator {
    private final ConfigurationOperator operator;
    private final boolean[] sublattice;
    private final List<Transition> transitions;

    private MarshallRotation(ConfigurationOperator operator, boolean[] sublattice) {
        this.operator = operator;
        this.sublattice = sublattice;
        List<Transition> rotated = new ArrayList<>();
        for (Transition transition : operator.transitions()) {
            rotated.add(odd(transition.move()) ? new Negative(transition) : transition);
        }
        this.transitions = List.copyOf(rotated);
    }

    /**
     * @param sublattice which sites count, such as {@link org.ketwork.quantum.lattice.Graph#sublattice}
     * @throws InvalidInputException if it does not have a value for each site
     */
    public static MarshallRotation of(ConfigurationOperator operator, boolean[] sublattice) {
        if (sublattice.length != operator.space().sites()) {
            throw new InvalidInputException(
                    "a sublattice of " + operator.space().sites()
                            + " sites says for each site whether it is in it, got " + sublattice.length + " answers");
        }
        return new MarshallRotation(operator, sublattice.clone());
    }

    private record Negative(Transition transition) implements Transition {
        @Override
        public Move move() {
            return transition.move();
        }

        @Override
        public boolean isReal() {
            return transition.isReal();
        }

        @Override
        public void elements(Configurations at, double[] re, double[] im) {
            transition.elements(at, re, im);
            // 0 − x, so that a zero stays +0.
            for (int row = 0; row < at.rows(); row++) {
                re[row] = 0 - re[row];
            }
            if (!transition.isReal()) {
                for (int row = 0; row < at.rows(); row++) {
                    im[row] = 0 - im[row];
                }
            }
        }
    }

    private boolean odd(Move move) {
        int sum = 0;
        for (int i = 0; i < move.sites().length; i++) {
            sum += sublattice[move.sites()[i]] ? move.shifts()[i] : 0;
        }
        return sum % 2 != 0;
    }

    /** The sign D of the configuration whose levels begin at the offset: +1 or −1. */
    public int sign(byte[] levels, int offset) {
        int odd = 0;
        for (int i = 0; i < sublattice.length; i++) {
            odd ^= sublattice[i] ? levels[offset + i] & 1 : 0;
        }
        return 1 - 2 * odd;
    }

    @Override
    public StateSpace space() {
        return operator.space();
    }

    @Override
    public void diagonal(Configurations at, double[] values) {
        operator.diagonal(at, values);
    }

    @Override
    public double infiniteTemperature() {
        return operator.infiniteTemperature();
    }

    @Override
    public List<Transition> transitions() {
        return transitions;
    }

    @Override
    public boolean conservesTotal() {
        return operator.conservesTotal();
    }
}
