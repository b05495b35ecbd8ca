package org.ketwork.wavefunction.network;

import java.util.Optional;
import org.ketwork.neural.derivative.NetworkJacobian;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.ansatz.WholeWalkers;

/** A network at fixed parameters, read as a wavefunction. */
final class NetworkWavefunction implements Wavefunction {
    private final NetworkAnsatz ansatz;
    private final Parameters parameters;
    private final Evaluations whole;
    private final Optional<FirstLayer> first;

    NetworkWavefunction(NetworkAnsatz ansatz, Parameters parameters) {
        this.ansatz = ansatz;
        this.parameters = parameters;
        whole = new Evaluations(
                parameters.network().layers(), new Layer.Place(0, 0), ansatz.pass(), parameters.values());
        first = FirstLayer.of(parameters, ansatz.pass());
    }

    @Override
    public StateSpace space() {
        return ansatz.space();
    }

    @Override
    public Codomain codomain() {
        return ansatz.codomain();
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        Evaluations.Bench bench = whole.take();
        for (int from = 0; from < at.rows(); from += Evaluations.BLOCK) {
            int rows = Math.min(Evaluations.BLOCK, at.rows() - from);
            at.values(from, rows, bench.x());
            bench.run(rows, logModulus, phase, from);
        }
        whole.give(bench);
    }

    @Override
    public Walkers walkers(Configurations start) {
        return first.<Walkers>map(layer -> new FirstLayerWalkers(layer, codomain(), start))
                .orElseGet(() -> new WholeWalkers(this, start));
    }

    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        return new NetworkDerivatives(
                codomain(), new NetworkJacobian(parameters, at::values, new long[at.rows()], ansatz.pass()));
    }
}
