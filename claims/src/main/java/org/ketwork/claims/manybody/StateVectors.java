package org.ketwork.claims.manybody;

import org.ketwork.quantum.spectrum.ExactState;
import org.ketwork.quantum.state.Ket;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** Wavefunctions of small systems written out. */
final class StateVectors {
    private StateVectors() {}

    /** All amplitudes, normalised. */
    static ExactState of(Wavefunction wavefunction) {
        int rows = (int) wavefunction.space().size();
        double[] re = new double[rows];
        double[] im = new double[rows];
        wavefunction.logAmplitudes(wavefunction.space().all(), re, im);
        double scale = Double.NEGATIVE_INFINITY;
        for (double logModulus : re) {
            scale = Math.max(scale, logModulus);
        }
        for (int i = 0; i < rows; i++) {
            double modulus = Math.exp(re[i] - scale);
            re[i] = modulus * Math.cos(im[i]);
            im[i] = modulus * Math.sin(im[i]);
        }
        boolean real = wavefunction.codomain() == Codomain.REAL;
        return ExactState.normalised(wavefunction.space(), re, real ? new double[0] : im);
    }

    /** A state of free spins as a ket of qubits. */
    static Ket ket(Wavefunction wavefunction) {
        ExactState state = of(wavefunction);
        return Ket.of(state.re(), state.isReal() ? new double[state.size()] : state.im());
    }
}
