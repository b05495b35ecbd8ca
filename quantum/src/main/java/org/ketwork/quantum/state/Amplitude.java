package org.ketwork.quantum.state;

/** One complex number at the border of the API; arrays of complex numbers are kept split. */
public record Amplitude(double re, double im) {
    public double modulus() {
        return Math.hypot(re, im);
    }

    public double squaredModulus() {
        return re * re + im * im;
    }

    /** The phase in (-π, π]. */
    public double argument() {
        return Math.atan2(im, re);
    }
}
