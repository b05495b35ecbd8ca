package org.ketwork.quantum.state;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ketwork.numerics.matrix.ComplexMatrix;

/**
 * How a system of dimension d₀·d₁·…  is made of parts. Part 0 is the leftmost tensor factor; its index is the slowest, so for
 * qubits it is the most significant bit.
 */
public final class Subsystems {
    private final int[] dimensions;

    private Subsystems(int[] dimensions) {
        this.dimensions = dimensions;
    }

    public static Subsystems of(int... dimensions) {
        if (dimensions.length == 0) {
            throw new IllegalArgumentException("a system needs at least one part");
        }
        int total = 1;
        for (int d : dimensions) {
            if (d < 1) {
                throw new IllegalArgumentException("the dimension of a part must be at least 1, got " + d);
            }
            total = Math.multiplyExact(total, d);
        }
        return new Subsystems(dimensions.clone());
    }

    /** n parts of dimension 2. */
    public static Subsystems qubits(int n) {
        int[] dimensions = new int[n];
        Arrays.fill(dimensions, 2);
        return of(dimensions);
    }

    public int count() {
        return dimensions.length;
    }

    public int dimension(int part) {
        return dimensions[part];
    }

    /** The dimension of the whole. */
    public int total() {
        return product(IntStream.range(0, dimensions.length).toArray());
    }

    /**
     * The partial trace of an operator on the whole over all parts that are not kept. The result acts on the kept parts in
     * ascending order.
     */
    public ComplexMatrix partialTrace(ComplexMatrix operator, int... keep) {
        requireOperator(operator);
        int[] kept = sorted(keep);
        int[][] index = indexTable(kept);
        int d = index.length;
        ComplexMatrix result = ComplexMatrix.zeros(d, d);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                double re = 0;
                double im = 0;
                for (int r = 0; r < index[a].length; r++) {
                    re += operator.re().get(index[a][r], index[b][r]);
                    im += operator.im().get(index[a][r], index[b][r]);
                }
                result.set(a, b, re, im);
            }
        }
        return result;
    }

    /** The transpose of an operator with respect to the indices of the given parts only. */
    public ComplexMatrix partialTranspose(ComplexMatrix operator, int... parts) {
        requireOperator(operator);
        int[][] index = indexTable(sorted(parts));
        ComplexMatrix result = ComplexMatrix.zeros(operator.rows(), operator.columns());
        for (int[] rowsOfA : index) {
            for (int[] rowsOfB : index) {
                for (int r = 0; r < rowsOfA.length; r++) {
                    for (int s = 0; s < rowsOfA.length; s++) {
                        result.set(
                                rowsOfB[r],
                                rowsOfA[s],
                                operator.re().get(rowsOfA[r], rowsOfB[s]),
                                operator.im().get(rowsOfA[r], rowsOfB[s]));
                    }
                }
            }
        }
        return result;
    }

    /** An operator on the given parts (ascending) as an operator on the whole: the identity on all others. */
    public ComplexMatrix embed(ComplexMatrix operator, int... parts) {
        int[][] index = indexTable(sorted(parts));
        if (operator.rows() != index.length || operator.columns() != index.length) {
            throw new IllegalArgumentException("the parts have dimension " + index.length
                    + " together, the operator is " + operator.rows() + " x " + operator.columns());
        }
        ComplexMatrix result = ComplexMatrix.zeros(total(), total());
        for (int a = 0; a < index.length; a++) {
            for (int b = 0; b < index.length; b++) {
                for (int r = 0; r < index[a].length; r++) {
                    result.set(
                            index[a][r],
                            index[b][r],
                            operator.re().get(a, b),
                            operator.im().get(a, b));
                }
            }
        }
        return result;
    }

    /** The same system with one part replaced by one of another dimension. */
    public Subsystems with(int part, int dimension) {
        int[] changed = dimensions.clone();
        changed[part] = dimension;
        return of(changed);
    }

    /** table[a][r]: the index of the whole when the chosen parts are in state a and the others in state r. */
    private int[][] indexTable(int[] chosen) {
        int[] others = IntStream.range(0, dimensions.length)
                .filter(part -> Arrays.binarySearch(chosen, part) < 0)
                .toArray();
        int[] offsetsOfChosen = offsets(chosen);
        int[] offsetsOfOthers = offsets(others);
        int[][] table = new int[offsetsOfChosen.length][offsetsOfOthers.length];
        for (int a = 0; a < offsetsOfChosen.length; a++) {
            for (int r = 0; r < offsetsOfOthers.length; r++) {
                table[a][r] = offsetsOfChosen[a] + offsetsOfOthers[r];
            }
        }
        return table;
    }

    /** What each joint state of some parts adds to the index of the whole. */
    private int[] offsets(int[] parts) {
        int[] offsets = new int[product(parts)];
        int repeat = offsets.length;
        for (int part : parts) {
            repeat /= dimensions[part];
            int stride = product(IntStream.range(part + 1, dimensions.length).toArray());
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] += i / repeat % dimensions[part] * stride;
            }
        }
        return offsets;
    }

    private int product(int[] parts) {
        int product = 1;
        for (int part : parts) {
            product *= dimensions[part];
        }
        return product;
    }

    private int[] sorted(int[] parts) {
        int[] sorted = parts.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0 || sorted[i] >= dimensions.length || i > 0 && sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException(
                        "parts must be different and in [0, " + dimensions.length + "), got " + Arrays.toString(parts));
            }
        }
        return sorted;
    }

    private void requireOperator(ComplexMatrix operator) {
        if (operator.rows() != total() || operator.columns() != total()) {
            throw new IllegalArgumentException("the parts " + Arrays.toString(dimensions) + " make dimension " + total()
                    + ", the operator is " + operator.rows() + " x " + operator.columns());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subsystems that && Arrays.equals(dimensions, that.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    @Override
    public String toString() {
        return "Subsystems" + Arrays.toString(dimensions);
    }
}
