package org.ketwork.quantum.hamiltonian;

import java.util.List;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.StateSpace;

/**
 * The operator |A|: the diagonal of A, and minus the moduli of its other matrix elements. Its ground state is positive, and path
 * integrals of it have no signs. How far exp(−βA) falls below exp(−β|A|) is the severity of the sign problem of A in this basis (Hen,
 * Phys. Rev. Research 3, 023080 (2021)).
 */
public record StoquasticTwin(ConfigurationOperator operator) implements ConfigurationOperator {
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
        return operator.transitions().stream().<Transition>map(Negated::new).toList();
    }

    @Override
    public boolean conservesTotal() {
        return operator.conservesTotal();
    }

    private record Negated(Transition transition) implements Transition {
        @Override
        public Move move() {
            return transition.move();
        }

        @Override
        public boolean isReal() {
            return true;
        }

        @Override
        public void elements(Configurations at, double[] re, double[] im) {
            double[] imaginary = new double[transition.isReal() ? 0 : at.rows()];
            transition.elements(at, re, imaginary);
            for (int row = 0; row < at.rows(); row++) {
                re[row] = -(transition.isReal() ? Math.abs(re[row]) : Math.hypot(re[row], imaginary[row]));
            }
        }
    }
}
