package org.ketwork.claims.learning;

import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.operator.PauliString;

/**
 * A circuit of Pauli rotations exp(-i t_l P_l/2) on |0...0>, read by the expectation f(t) of a Pauli string: a network whose layers are
 * unitary. Its derivative is had in two ways that share nothing.
 *
 * @param rotations P_l, one per parameter, first to last
 * @param observable what is measured at the end
 */
record RotationCircuit(List<PauliString> rotations, PauliString observable) {
    RotationCircuit {
        rotations = List.copyOf(rotations);
    }

    double expectation(double[] angles) {
        ComplexMatrix state = start();
        for (int l = 0; l < angles.length; l++) {
            state = gate(l, angles[l]).times(state);
        }
        return state.adjoint().times(observable.matrix()).times(state).traceRe();
    }

    /** Backward layers: the observed state is pulled back through U_l^dagger, from the last gate to the first. */
    double[] backPropagated(double[] angles) {
        ComplexMatrix[] states = new ComplexMatrix[angles.length];
        ComplexMatrix state = start();
        for (int l = 0; l < angles.length; l++) {
            state = gate(l, angles[l]).times(state);
            states[l] = state;
        }
        double[] gradient = new double[angles.length];
        ComplexMatrix signal = observable.matrix().times(state);
        for (int l = angles.length - 1; l >= 0; l--) {
            // d/dt exp(-itP/2) = -iP/2 exp(-itP/2), and f is twice the real part of the overlap with the signal.
            ComplexMatrix change = rotations.get(l).matrix().times(states[l]).scale(0, -0.5);
            gradient[l] = 2 * signal.adjoint().times(change).traceRe();
            signal = gate(l, angles[l]).adjoint().times(signal);
        }
        return gradient;
    }

    /** (f(t + pi/2) - f(t - pi/2))/2 in each angle (Mitarai, Negoro, Kitagawa, Fujii, PRA 98, 032309, 2018, equation 8). */
    double[] parameterShift(double[] angles) {
        double[] gradient = new double[angles.length];
        for (int l = 0; l < angles.length; l++) {
            double[] up = angles.clone();
            double[] down = angles.clone();
            up[l] += Math.PI / 2;
            down[l] -= Math.PI / 2;
            gradient[l] = (expectation(up) - expectation(down)) / 2;
        }
        return gradient;
    }

    private ComplexMatrix start() {
        ComplexMatrix state = ComplexMatrix.zeros(1 << observable.qubits(), 1);
        state.set(0, 0, 1, 0);
        return state;
    }

    private ComplexMatrix gate(int l, double angle) {
        ComplexMatrix identity = ComplexMatrix.identity(1 << observable.qubits());
        return identity.scale(Math.cos(angle / 2))
                .plus(rotations.get(l).matrix().scale(0, -Math.sin(angle / 2)));
    }
}
