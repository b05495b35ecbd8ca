package org.ketwork.numerics.matrix;

import java.util.Arrays;

/**
 * A dense complex matrix of shape (rows, columns), stored split: real part and imaginary part are two real row-major matrices.
 * Operations return new matrices; {@link #re()} and {@link #im()} hold the live storage.
 */
public final class ComplexMatrix {
    private final Matrix re;
    private final Matrix im;

    private ComplexMatrix(Matrix re, Matrix im) {
        re.requireSameShape(im);
        this.re = re;
        this.im = im;
    }

    public static ComplexMatrix zeros(int rows, int columns) {
        return new ComplexMatrix(Matrix.zeros(rows, columns), Matrix.zeros(rows, columns));
    }

    /** re + i im; the two matrices are not copied. */
    public static ComplexMatrix of(Matrix re, Matrix im) {
        return new ComplexMatrix(re, im);
    }

    public static ComplexMatrix real(Matrix re) {
        return new ComplexMatrix(re, Matrix.zeros(re.rows(), re.columns()));
    }

    public static ComplexMatrix identity(int n) {
        return real(Matrix.identity(n));
    }

    public int rows() {
        return re.rows();
    }

    public int columns() {
        return re.columns();
    }

    public Matrix re() {
        return re;
    }

    public Matrix im() {
        return im;
    }

    public void set(int row, int column, double real, double imaginary) {
        re.set(row, column, real);
        im.set(row, column, imaginary);
    }

    public ComplexMatrix copy() {
        return new ComplexMatrix(re.copy(), im.copy());
    }

    public ComplexMatrix transpose() {
        return new ComplexMatrix(re.transpose(), im.transpose());
    }

    public ComplexMatrix conjugate() {
        return new ComplexMatrix(re.copy(), im.scale(-1));
    }

    /** The conjugate transpose. */
    public ComplexMatrix adjoint() {
        return new ComplexMatrix(re.transpose(), im.transpose().scale(-1));
    }

    /** A B. */
    public ComplexMatrix times(ComplexMatrix other) {
        return Products.multiply(this, other);
    }

    public ComplexMatrix plus(ComplexMatrix other) {
        return new ComplexMatrix(re.plus(other.re), im.plus(other.im));
    }

    public ComplexMatrix minus(ComplexMatrix other) {
        return new ComplexMatrix(re.minus(other.re), im.minus(other.im));
    }

    public ComplexMatrix scale(double factor) {
        return new ComplexMatrix(re.scale(factor), im.scale(factor));
    }

    public ComplexMatrix scale(double real, double imaginary) {
        return new ComplexMatrix(
                re.scale(real).minus(im.scale(imaginary)), re.scale(imaginary).plus(im.scale(real)));
    }

    /** The entrywise (Schur, Hadamard) product A ∘ B. */
    public ComplexMatrix schur(ComplexMatrix other) {
        return new ComplexMatrix(
                re.schur(other.re).minus(im.schur(other.im)), re.schur(other.im).plus(im.schur(other.re)));
    }

    /** The Kronecker product, with the indices of this matrix the slow ones. */
    public ComplexMatrix kronecker(ComplexMatrix other) {
        return new ComplexMatrix(
                re.kronecker(other.re).minus(im.kronecker(other.im)),
                re.kronecker(other.im).plus(im.kronecker(other.re)));
    }

    /** Real part of the trace. */
    public double traceRe() {
        return re.trace();
    }

    /** Imaginary part of the trace. */
    public double traceIm() {
        return im.trace();
    }

    public double frobeniusNorm() {
        return Math.hypot(re.frobeniusNorm(), im.frobeniusNorm());
    }

    /** The largest modulus among the entries. */
    public double maxAbs() {
        double max = 0;
        for (int i = 0; i < re.data().length; i++) {
            max = Math.max(max, Math.hypot(re.data()[i], im.data()[i]));
        }
        return max;
    }

    /** (A + A†)/2. */
    public ComplexMatrix hermitianPart() {
        return plus(adjoint()).scale(0.5);
    }

    /** Whether every entry of A − A† has modulus at most the tolerance. */
    public boolean isHermitian(double tolerance) {
        return rows() == columns() && minus(adjoint()).maxAbs() <= tolerance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComplexMatrix that && re.equals(that.re) && im.equals(that.im);
    }

    @Override
    public int hashCode() {
        return 31 * re.hashCode() + im.hashCode();
    }

    @Override
    public String toString() {
        return rows() + " x " + columns() + " re " + Arrays.toString(re.data()) + " im " + Arrays.toString(im.data());
    }
}
