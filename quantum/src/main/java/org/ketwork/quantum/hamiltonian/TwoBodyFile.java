package org.ketwork.quantum.hamiltonian;

import java.nio.file.Path;
import java.util.List;
import org.ketwork.numerics.file.TextLines;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;

/** Reads the matrix of a two-body operator; the form is described at {@link Hamiltonians#twoBodyMatrix(Path)}. */
final class TwoBodyFile {
    private static final double ROUNDING = 1e-12;
    /** For sites of up to 32 levels. */
    private static final int MOST_ROWS = 1024;

    private TwoBodyFile() {}

    static ComplexMatrix read(Path path) {
        List<TextLines.Line> lines = TextLines.read(path);
        int size = lines.size();
        if (size > MOST_ROWS) {
            throw lines.getLast().broken("is row " + size + " of a matrix that has at most " + MOST_ROWS);
        }
        double[] re = new double[size * size];
        double[] im = new double[size * size];
        for (int row = 0; row < size; row++) {
            List<String> words = lines.get(row).words();
            if (words.size() != size) {
                throw lines.get(row)
                        .broken("has " + words.size() + " numbers, but the file has " + size
                                + " rows and the matrix is square");
            }
            for (int column = 0; column < size; column++) {
                ComplexText number = ComplexText.read(words.get(column)).orElse(new ComplexText(Double.NaN, 0));
                if (!number.isFinite()) {
                    throw lines.get(row)
                            .broken("must have finite numbers such as 0.5, -2e-3 or 1+2i, got \""
                                    + TextLines.shortened(words.get(column)) + "\"");
                }
                re[row * size + column] = number.re();
                im[row * size + column] = number.im();
            }
        }
        int levels = (int) Math.round(Math.sqrt(size));
        if (levels < 2 || levels * levels != size) {
            throw lines.getLast()
                    .broken("ends a matrix of " + size + " rows; two sites of d levels have d·d, such as 4 or 9");
        }
        ComplexMatrix matrix = ComplexMatrix.of(Matrix.wrap(size, size, re), Matrix.wrap(size, size, im));
        requireHermitian(matrix, lines);
        return matrix;
    }

    private static void requireHermitian(ComplexMatrix matrix, List<TextLines.Line> lines) {
        double allowed = ROUNDING * matrix.maxAbs();
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j <= i; j++) {
                double re = matrix.re().get(i, j) - matrix.re().get(j, i);
                double im = matrix.im().get(i, j) + matrix.im().get(j, i);
                if (Math.hypot(re, im) > allowed) {
                    throw lines.get(i)
                            .broken(
                                    i == j
                                            ? "has number " + (i + 1)
                                                    + " on the diagonal, which must be real for the matrix to be Hermitian"
                                            : "has a number " + (j + 1) + " that is not the conjugate of number "
                                                    + (i + 1)
                                                    + " of line " + lines.get(j).number()
                                                    + "; the matrix must be Hermitian");
                }
            }
        }
    }
}
