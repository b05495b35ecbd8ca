package org.ketwork.quantum.hamiltonian;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;

/**
 * A real linear combination of products of Pauli matrices on any number of spins. Products that flip the same spins are one transition.
 */
public final class SpinOperator implements ConfigurationOperator {
    private final Spins space;
    private final SpinDiagonal diagonal;
    private final List<Transition> transitions;
    private final boolean conserves;

    private SpinOperator(Spins space, Map<SiteSet, SpinPolynomial> parts) {
        this.space = space;
        this.diagonal = new SpinDiagonal(parts.getOrDefault(SiteSet.EMPTY, new SpinPolynomial()));
        List<Transition> found = new ArrayList<>();
        boolean conserving = true;
        for (Map.Entry<SiteSet, SpinPolynomial> part : parts.entrySet()) {
            if (part.getKey().size() > 0 && !part.getValue().isZero()) {
                found.add(new SpinTransition(part.getKey(), part.getValue()));
                conserving &= part.getValue().conserves(part.getKey());
            }
        }
        this.transitions = List.copyOf(found);
        this.conserves = conserving;
    }

    /** Begins with zero. */
    public static Builder on(Spins space) {
        return new Builder(space);
    }

    /** Adds up products. */
    public static final class Builder {
        private final Spins space;
        private final Map<SiteSet, SpinPolynomial> parts = new LinkedHashMap<>();

        private Builder(Spins space) {
            this.space = space;
        }

        /** Adds a multiple of a product of Pauli matrices; equal products are added up. */
        public Builder add(double coefficient, PauliProduct product) {
            if (!Double.isFinite(coefficient)) {
                throw new InvalidInputException(
                        "the coefficients of an operator are finite numbers, got " + coefficient + " for " + product);
            }
            List<Integer> flips = new ArrayList<>();
            List<Integer> signs = new ArrayList<>();
            int ys = 0;
            for (int i = 0; i < product.sites().size(); i++) {
                int site = product.sites().get(i);
                if (site >= space.sites()) {
                    throw new InvalidInputException("a system of " + space.sites() + " spins has the sites 0 to "
                            + (space.sites() - 1) + ", got " + product);
                }
                Pauli letter = product.letters().get(i);
                if (letter.flips()) {
                    flips.add(site);
                }
                if (letter.signs()) {
                    signs.add(site);
                }
                ys += letter == Pauli.Y ? 1 : 0;
            }
            // ⟨s|σʸ|−s⟩ = −i s, so each σʸ brings a factor −i besides its sign.
            double re = ys % 4 == 0 ? coefficient : ys % 4 == 2 ? -coefficient : 0;
            double im = ys % 4 == 3 ? coefficient : ys % 4 == 1 ? -coefficient : 0;
            parts.computeIfAbsent(set(flips), none -> new SpinPolynomial()).add(set(signs), re, im);
            return this;
        }

        /** Adds a multiple of σ_i · σ_j of two different sites. */
        public Builder addExchange(double coefficient, int i, int j) {
            return addExchange(coefficient, coefficient, i, j);
        }

        /** Adds xy (σˣσˣ + σʸσʸ) + z σᶻσᶻ of two different sites. */
        public Builder addExchange(double xy, double z, int i, int j) {
            return add(xy, PauliProduct.all(Pauli.X, i, j))
                    .add(xy, PauliProduct.all(Pauli.Y, i, j))
                    .add(z, PauliProduct.all(Pauli.Z, i, j));
        }

        private static SiteSet set(List<Integer> ascending) {
            return new SiteSet(ascending.stream().mapToInt(Integer::intValue).toArray());
        }

        /**
         * The operator.
         *
         * @param what its name in the sentence of the error
         * @throws InvalidInputException if the space has a fixed magnetisation and the operator does not conserve it
         */
        public SpinOperator build(String what) {
            SpinOperator operator = new SpinOperator(space, parts);
            if (space.constrained() && !operator.conserves) {
                throw new InvalidInputException(
                        what + " does not conserve the magnetisation (the sum of sigma^z), so it"
                                + " cannot act on spins whose magnetisation is fixed to "
                                + space.magnetisation().orElseThrow() + "; leave out the constraint");
            }
            return operator;
        }
    }

    @Override
    public Spins space() {
        return space;
    }

    @Override
    public void diagonal(Configurations at, double[] values) {
        diagonal.values(at, values);
    }

    @Override
    public double infiniteTemperature() {
        return diagonal.constant();
    }

    @Override
    public List<Transition> transitions() {
        return transitions;
    }

    /** Exactly known: cancellations among its products are taken into account. */
    @Override
    public boolean conservesTotal() {
        return conserves;
    }
}
