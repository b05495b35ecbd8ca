package org.ketwork.app.solve;

import java.util.function.Supplier;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Product;
import org.ketwork.wavefunction.ansatz.RbmSymmetric;

/** Whether the memory of the program holds an ansatz. */
final class Capacity {
    /**
     * Numbers for each parameter that a step holds at once, at least: parameters, gradient and momentum before and after, what they are
     * stored from, and the tables from which ratios are made.
     */
    private static final long NUMBERS = 10;

    private static final double GIB = 1L << 30;

    private Capacity() {}

    /** Ties are undone before a machine is evaluated. */
    private static int weights(Ansatz family) {
        return switch (family) {
            case RbmSymmetric tied ->
                Math.multiplyExact(
                        Math.multiplyExact(tied.features(), tied.permutations().length),
                        tied.space().sites());
            case Product product -> Math.addExact(weights(product.first()), weights(product.second()));
            default -> 0;
        };
    }

    /**
     * The family, if it can be held.
     *
     * @param name of the family with its option, for sentences
     * @throws InvalidInputException saying what it takes and what there is
     */
    static Ansatz required(String name, Supplier<Ansatz> build) {
        try {
            Ansatz family = build.get();
            long parameters = family.parameterCount();
            long most = Runtime.getRuntime().maxMemory();
            double bytes = (double) Double.BYTES * NUMBERS * Math.max(parameters, weights(family));
            if (bytes > most) {
                throw new InvalidInputException(
                        "%s: a step with its %,d parameters takes at least %.1f GiB of memory, and the program may use %.1f GiB; take a smaller one, or allow more by KETWORK_JVM_FLAGS=-Xmx%dg"
                                .formatted(name, parameters, bytes / GIB, most / GIB, (long) Math.ceil(bytes / GIB)));
            }
            return family;
        } catch (ArithmeticException e) {
            throw new InvalidInputException(
                    name
                            + ": it has more parameters or weights than the 2147483647 that an array holds; take a smaller one",
                    e);
        }
    }
}
