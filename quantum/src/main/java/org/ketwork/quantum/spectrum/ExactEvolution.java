package org.ketwork.quantum.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.state.Amplitude;

/**
 * Evolution of a state vector by Schrödinger's equation, ψ(t) = exp(−iHt) ψ(0), with ħ = 1 (Park and Light, J. Chem. Phys. 85, 5870,
 * 1986). In the Krylov space of m vectors, H is a tridiagonal T, and exp(−iTτ) e₁ gives the state after a step τ. Its error is at most
 * β_m ∫₀^τ |(exp(−iTs) e₁)_m| ds, because evolution keeps norms: what is left out, β_m times the last component, drives it. The
 * steps are as long as this bound allows.
 *
 * @param tolerance bound on ‖error of ψ‖ for a unit of time
 */
public record ExactEvolution(ConfigurationOperator hamiltonian, double tolerance) {
    /** Vectors of a Krylov space. */
    private static final int MOST = 30;
    /** Points of the integral in the error bound. */
    private static final int POINTS = 16;

    public ExactEvolution {
        if (!(tolerance >= 1e-13 && tolerance < 1)) {
            throw new InvalidInputException(
                    "the error allowed in a unit of time must be in [1e-13, 1), got " + tolerance);
        }
    }

    /** To about ten digits. */
    public static ExactEvolution of(ConfigurationOperator hamiltonian) {
        return new ExactEvolution(hamiltonian, 1e-11);
    }

    /** exp(−iHt) ψ; negative times go back. */
    public ExactState evolve(ExactState state, double time, Workers workers) {
        if (!Double.isFinite(time)) {
            throw new InvalidInputException("the time of an evolution must be finite, got " + time);
        }
        if (!state.space().equals(hamiltonian.space())) {
            throw new IllegalArgumentException(
                    "a Hamiltonian on " + hamiltonian.space() + " does not move a state of " + state.space());
        }
        Product product = new Product(hamiltonian, new Configured(new Codes(state.space())), workers);
        Vector now = new Vector(
                state.re().clone(),
                state.isReal() ? new double[state.size()] : state.im().clone());
        double left = Math.abs(time);
        while (left > 0) {
            left -= step(product, now, left, Math.signum(time), workers);
        }
        return new ExactState(state.space(), now.re(), now.im());
    }

    /** Evolves the vector in place, by {@code left} or as much of it as the tolerance allows, and returns the time that passed. */
    private double step(Product product, Vector now, double left, double direction, Workers workers) {
        List<Vector> basis = new ArrayList<>();
        double[] diagonal = new double[MOST];
        double[] beside = new double[MOST];
        double length = now.norm(workers);
        Vector first = now.copy();
        first.scale(1 / length, workers);
        basis.add(first);
        Projection projection = new Projection(new double[0], Matrix.zeros(0, 0), 0);
        double step = 0;
        for (int m = 1; m <= MOST; m++) {
            Vector last = basis.getLast();
            Vector w = Vector.zero(now.size(), false);
            product.apply(last, w, workers);
            diagonal[m - 1] = last.dot(w, workers).re();
            // Twice, and against all: the three-term recurrence alone loses orthogonality.
            for (int pass = 0; pass < 2; pass++) {
                for (Vector other : basis) {
                    Amplitude part = other.dot(w, workers);
                    workers.forEach(Vector.stretches(w.size()), s -> w.addStretch(-part.re(), -part.im(), other, s));
                }
            }
            beside[m - 1] = w.norm(workers);
            projection = Projection.of(diagonal, beside, m);
            step = projection.longest(left, tolerance);
            if (step == left || m == MOST) {
                break;
            }
            w.scale(1 / beside[m - 1], workers);
            basis.add(w);
        }
        double[] re = new double[basis.size()];
        double[] im = new double[basis.size()];
        projection.evolve(direction * step, re, im);
        workers.forEach(Vector.stretches(now.size()), s -> {
            int from = s * Vector.STRETCH;
            int end = from + Vector.length(now.size(), s);
            Arrays.fill(now.re(), from, end, 0);
            Arrays.fill(now.im(), from, end, 0);
            for (int i = 0; i < re.length; i++) {
                now.addStretch(length * re[i], length * im[i], basis.get(i), s);
            }
        });
        return step;
    }

    /**
     * H in the Krylov space, T = Q diag(values) Qᵀ.
     *
     * @param outward β_m, the coupling out of the space
     */
    private record Projection(double[] values, Matrix vectors, double outward) {
        static Projection of(double[] diagonal, double[] beside, int m) {
            Matrix t = Matrix.zeros(m, m);
            for (int i = 0; i < m; i++) {
                t.set(i, i, diagonal[i]);
                if (i > 0) {
                    t.set(i, i - 1, beside[i - 1]);
                    t.set(i - 1, i, beside[i - 1]);
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(t);
            return new Projection(eigen.values(), eigen.vectors(), beside[m - 1]);
        }

        /** Writes exp(−iTτ) e₁. */
        void evolve(double time, double[] re, double[] im) {
            for (int i = 0; i < values.length; i++) {
                re[i] = component(i, time, true);
                im[i] = component(i, time, false);
            }
        }

        private double component(int i, double time, boolean real) {
            double sum = 0;
            for (int q = 0; q < values.length; q++) {
                double weight = vectors.get(i, q) * vectors.get(0, q);
                sum += weight * (real ? Math.cos(values[q] * time) : -Math.sin(values[q] * time));
            }
            return sum;
        }

        /** The longest of τ, τ/2, τ/4, ... whose error is at most the tolerance times it. */
        double longest(double time, double tolerance) {
            double step = time;
            while (error(step) > tolerance * step) {
                step /= 2;
            }
            return step;
        }

        /** The bound of the error of a step: the largest of the integrand's values times the time. */
        private double error(double time) {
            int last = values.length - 1;
            double largest = 0;
            for (int p = 1; p <= POINTS; p++) {
                double s = time * p / POINTS;
                largest = Math.max(largest, Math.hypot(component(last, s, true), component(last, s, false)));
            }
            return outward * largest * time;
        }
    }
}
