package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * The product of two families, ψ = φχ. Parameters: those of the first, then those of the second; if both are holomorphic, first all real
 * parts and then all imaginary ones.
 *
 * <p>A machine of real hidden units needs such a factor for bosons: its log ψ is a convex function of occupation numbers, so that
 * ψ(…2…0…) ψ(…0…2…) ≥ ψ(…1…1…)² and particles that repel each other are out of its reach; a {@link Gutzwiller} factor bends it.
 */
public record Product(Ansatz first, Ansatz second) implements Ansatz {
    public Product {
        if (!first.space().equals(second.space())) {
            throw new IllegalArgumentException(
                    "factors must be on one space, got " + first.space() + " and " + second.space());
        }
        boolean holomorphic = first.codomain() == Codomain.HOLOMORPHIC;
        if (holomorphic != (second.codomain() == Codomain.HOLOMORPHIC)) {
            throw new IllegalArgumentException("a holomorphic factor goes with a holomorphic one, got "
                    + first.codomain() + " and " + second.codomain());
        }
    }

    @Override
    public StateSpace space() {
        return first.space();
    }

    @Override
    public int parameterCount() {
        return Math.addExact(first.parameterCount(), second.parameterCount());
    }

    @Override
    public Codomain codomain() {
        return first.codomain() == second.codomain() ? first.codomain() : Codomain.COMPLEX;
    }

    @Override
    public void initialise(double[] theta, RandomAddress address) {
        double[] a = first.initialise(address.at("first"));
        double[] b = second.initialise(address.at("second"));
        int parts = parts();
        int ofA = a.length / parts;
        int ofB = b.length / parts;
        for (int part = 0; part < parts; part++) {
            System.arraycopy(a, part * ofA, theta, part * (ofA + ofB), ofA);
            System.arraycopy(b, part * ofB, theta, part * (ofA + ofB) + ofA, ofB);
        }
    }

    private int parts() {
        return codomain() == Codomain.HOLOMORPHIC ? 2 : 1;
    }

    @Override
    public Wavefunction at(double[] theta) {
        return new State(
                codomain(),
                first.at(share(theta, 0, first.parameterCount() / parts())),
                second.at(share(theta, first.parameterCount() / parts(), second.parameterCount() / parts())));
    }

    /** The parameters of one factor, of which each part begins at {@code from} and has so many numbers. */
    private double[] share(double[] theta, int from, int count) {
        int parts = parts();
        double[] share = new double[parts * count];
        for (int part = 0; part < parts; part++) {
            System.arraycopy(theta, part * (theta.length / parts) + from, share, part * count, count);
        }
        return share;
    }

    private record State(Codomain codomain, Wavefunction first, Wavefunction second) implements Wavefunction {
        @Override
        public StateSpace space() {
            return first.space();
        }

        @Override
        public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
            double[] log = new double[at.rows()];
            double[] turn = new double[at.rows()];
            second.logAmplitudes(at, log, turn);
            first.logAmplitudes(at, logModulus, phase);
            Arrays.setAll(log, s -> logModulus[s] += log[s]);
            Arrays.setAll(turn, s -> phase[s] += turn[s]);
        }

        @Override
        public Walkers walkers(Configurations start) {
            return new ProductWalkers(codomain, first.walkers(start), second.walkers(start));
        }

        @Override
        public LogDerivatives logDerivatives(Configurations at, Workers workers) {
            return new ProductDerivatives(
                    codomain, first.logDerivatives(at, workers), second.logDerivatives(at, workers));
        }
    }
}
