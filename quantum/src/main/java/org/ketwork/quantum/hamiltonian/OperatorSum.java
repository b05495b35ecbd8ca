package org.ketwork.quantum.hamiltonian;

import java.util.List;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/** Σ_i c_i A_i of operators on the same space; equal moves are one transition. */
public final class OperatorSum implements ConfigurationOperator {
    /** The sum, with a coefficient for each operator. */
    public static OperatorSum of(List<ConfigurationOperator> operators, double... coefficients) {
        throw new UnsupportedOperationException("" + operators + coefficients.length);
    }

    @Override
    public StateSpace space() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void diagonal(Configurations at, double[] values) {
        throw new UnsupportedOperationException("" + at + values.length);
    }

    @Override
    public List<Transition> transitions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean conservesTotal() {
        throw new UnsupportedOperationException();
    }
}
