package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** A complex matrix of the tests, with nothing but plain loops in it. */
final class Z {
    final int rows;
    final int columns;
    final double[] re;
    final double[] im;

    Z(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        re = new double[rows * columns];
        im = new double[rows * columns];
    }

    /** Independent normal entries of unit variance over the square root of the longer side, so that norms are of order one. */
    static Z random(int rows, int columns, String purpose) {
        RandomStream random = RandomAddress.root(11).at(purpose).at(rows, columns).stream();
        Z result = new Z(rows, columns);
        double scale = 1 / Math.sqrt(Math.max(rows, columns));
        for (int i = 0; i < result.re.length; i++) {
            result.re[i] = scale * random.nextNormal();
            result.im[i] = scale * random.nextNormal();
        }
        return result;
    }

    Z copy() {
        Z result = new Z(rows, columns);
        System.arraycopy(re, 0, result.re, 0, re.length);
        System.arraycopy(im, 0, result.im, 0, im.length);
        return result;
    }

    Z realPart() {
        Z result = copy();
        Arrays.fill(result.im, 0);
        return result;
    }

    Z adjoint() {
        Z result = new Z(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.re[j * rows + i] = re[i * columns + j];
                result.im[j * rows + i] = -im[i * columns + j];
            }
        }
        return result;
    }

    Z hermitianPart() {
        Z result = adjoint();
        for (int i = 0; i < re.length; i++) {
            result.re[i] = (result.re[i] + re[i]) / 2;
            result.im[i] = (result.im[i] + im[i]) / 2;
        }
        return result;
    }

    Z times(Z other) {
        Z result = new Z(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < other.columns; j++) {
                for (int k = 0; k < columns; k++) {
                    int a = i * columns + k;
                    int b = k * other.columns + j;
                    result.re[i * other.columns + j] += re[a] * other.re[b] - im[a] * other.im[b];
                    result.im[i * other.columns + j] += re[a] * other.im[b] + im[a] * other.re[b];
                }
            }
        }
        return result;
    }

    Z timesDiagonal(double[] diagonalRe, double[] diagonalIm) {
        Z result = copy();
        for (int i = 0; i < re.length; i++) {
            int j = i % columns;
            result.re[i] = re[i] * diagonalRe[j] - im[i] * diagonalIm[j];
            result.im[i] = re[i] * diagonalIm[j] + im[i] * diagonalRe[j];
        }
        return result;
    }

    void assertCloseTo(Z expected, double tolerance) {
        assertThat(re).containsExactly(expected.re, within(tolerance));
        assertThat(im).containsExactly(expected.im, within(tolerance));
    }

    void assertOrthonormalColumns(double tolerance) {
        Z identity = new Z(columns, columns);
        for (int i = 0; i < columns; i++) {
            identity.re[i * columns + i] = 1;
        }
        adjoint().times(this).assertCloseTo(identity, tolerance);
    }

    void assertUnitColumns(double tolerance) {
        Z gram = adjoint().times(this);
        for (int i = 0; i < columns; i++) {
            assertThat(gram.re[i * columns + i]).isCloseTo(1, within(tolerance));
        }
    }
}
