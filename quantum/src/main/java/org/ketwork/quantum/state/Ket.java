package org.ketwork.quantum.state;

import java.util.Arrays;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;

/**
 * A pure state: d complex amplitudes with unit norm. Immutable. The global phase is kept, and two kets that differ by it are not
 * equal as objects although they are the same state.
 */
public final class Ket {
    /** How far the squared norm of given amplitudes may be from 1. */
    public static final double NORM_TOLERANCE = 1e-9;

    private final double[] re;
    private final double[] im;

    private Ket(double[] re, double[] im) {
        this.re = re;
        this.im = im;
    }

    /**
     * The state with these real amplitudes.
     *
     * @throws IllegalArgumentException if they are not normalised within {@link #NORM_TOLERANCE}
     */
    public static Ket of(double... amplitudes) {
        return of(amplitudes, new double[amplitudes.length]);
    }

    /**
     * The state with amplitudes re + i im.
     *
     * @throws IllegalArgumentException if they are not normalised within {@link #NORM_TOLERANCE}
     */
    public static Ket of(double[] re, double[] im) {
        requireSameLength(re, im);
        double norm = squaredNorm(re, im);
        if (!(Math.abs(norm - 1) <= NORM_TOLERANCE)) {
            throw new IllegalArgumentException("the squared norm of a ket must be 1, got " + norm);
        }
        return new Ket(re.clone(), im.clone());
    }

    /** The state along these real amplitudes, divided by their norm. */
    public static Ket normalised(double... amplitudes) {
        return normalised(amplitudes, new double[amplitudes.length]);
    }

    /**
     * The state along re + i im, divided by the norm.
     *
     * @throws IllegalArgumentException if the norm is zero or not finite
     */
    public static Ket normalised(double[] re, double[] im) {
        requireSameLength(re, im);
        // Dividing by the largest entry first keeps tiny and huge amplitudes from under- and overflowing when squared.
        double largest = 0;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
        }
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the amplitudes must be finite and not all zero, got "
                    + Arrays.toString(re) + " + i " + Arrays.toString(im));
        }
        double[] scaledRe = divide(re, largest);
        double[] scaledIm = divide(im, largest);
        double norm = Math.sqrt(squaredNorm(scaledRe, scaledIm));
        return new Ket(divide(scaledRe, norm), divide(scaledIm, norm));
    }

    /** The basis state |index⟩ of a system of dimension d. */
    public static Ket basis(int dimension, int index) {
        if (index < 0 || index >= dimension) {
            throw new IllegalArgumentException("the basis index must be in [0, " + dimension + "), got " + index);
        }
        double[] re = new double[dimension];
        re[index] = 1;
        return new Ket(re, new double[dimension]);
    }

    public int dimension() {
        return re.length;
    }

    /** Real parts of the amplitudes, a copy. */
    public double[] re() {
        return re.clone();
    }

    /** Imaginary parts of the amplitudes, a copy. */
    public double[] im() {
        return im.clone();
    }

    public double re(int index) {
        return re[index];
    }

    public double im(int index) {
        return im[index];
    }

    /** Born's rule in the computational basis: |amplitude|², of length d. */
    public double[] probabilities() {
        double[] p = new double[re.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = re[i] * re[i] + im[i] * im[i];
        }
        return p;
    }

    /** ⟨this|other⟩, antilinear in this ket. */
    public Amplitude innerProduct(Ket other) {
        requireDimension(other.dimension());
        double sumRe = 0;
        double sumIm = 0;
        for (int i = 0; i < re.length; i++) {
            sumRe += re[i] * other.re[i] + im[i] * other.im[i];
            sumIm += re[i] * other.im[i] - im[i] * other.re[i];
        }
        return new Amplitude(sumRe, sumIm);
    }

    /** |⟨this|other⟩|², the fidelity of two pure states. */
    public double overlap(Ket other) {
        return innerProduct(other).squaredModulus();
    }

    /** This system beside another one; this one is the left factor, with the slow index. */
    public Ket tensor(Ket other) {
        int n = other.dimension();
        double[] productRe = new double[re.length * n];
        double[] productIm = new double[re.length * n];
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < n; j++) {
                productRe[i * n + j] = re[i] * other.re[j] - im[i] * other.im[j];
                productIm[i * n + j] = re[i] * other.im[j] + im[i] * other.re[j];
            }
        }
        return new Ket(productRe, productIm);
    }

    /**
     * U|ψ⟩.
     *
     * @throws IllegalArgumentException if the result is not normalised, as when U is not an isometry
     */
    public Ket apply(ComplexMatrix operator) {
        if (operator.columns() != dimension()) {
            throw new IllegalArgumentException("an operator on dimension " + operator.columns()
                    + " cannot act on a ket of dimension " + dimension());
        }
        double[] realOfRe = operator.re().times(re);
        double[] imagOfIm = operator.im().times(im);
        double[] realOfIm = operator.re().times(im);
        double[] imagOfRe = operator.im().times(re);
        for (int i = 0; i < realOfRe.length; i++) {
            realOfRe[i] -= imagOfIm[i];
            realOfIm[i] += imagOfRe[i];
        }
        return of(realOfRe, realOfIm);
    }

    /** |ψ⟩⟨φ|, of shape (d of this, d of other). */
    public ComplexMatrix outer(Ket other) {
        return column().times(other.column().adjoint());
    }

    /** The amplitudes as a matrix of shape (d, 1). */
    public ComplexMatrix column() {
        return ComplexMatrix.of(Matrix.wrap(re.length, 1, re.clone()), Matrix.wrap(re.length, 1, im.clone()));
    }

    /** |ψ⟩⟨ψ|. */
    public DensityMatrix density() {
        return DensityMatrix.pure(this);
    }

    private void requireDimension(int other) {
        if (other != dimension()) {
            throw new IllegalArgumentException("dimensions differ: " + dimension() + " against " + other);
        }
    }

    private static void requireSameLength(double[] re, double[] im) {
        if (re.length != im.length || re.length == 0) {
            throw new IllegalArgumentException("a ket needs equally many real and imaginary parts, at least one, got "
                    + re.length + " and " + im.length);
        }
    }

    private static double squaredNorm(double[] re, double[] im) {
        double norm = 0;
        for (int i = 0; i < re.length; i++) {
            norm += re[i] * re[i] + im[i] * im[i];
        }
        return norm;
    }

    private static double[] divide(double[] x, double divisor) {
        double[] quotient = x.clone();
        for (int i = 0; i < x.length; i++) {
            quotient[i] /= divisor;
        }
        return quotient;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ket that && Arrays.equals(re, that.re) && Arrays.equals(im, that.im);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(re) + Arrays.hashCode(im);
    }

    @Override
    public String toString() {
        return "Ket[re=" + Arrays.toString(re) + ", im=" + Arrays.toString(im) + "]";
    }
}
