package org.ketwork.neural.layer;

/** Complex numbers, for derivatives by the complex step: f'(x) = Im f(x + ih)/h without cancellation. */
public record Complex(double re, double im) {
    public static Complex of(double re, double im) {
        return new Complex(re, im);
    }

    public Complex plus(Complex z) {
        return new Complex(re + z.re, im + z.im);
    }

    public Complex times(Complex z) {
        return new Complex(re * z.re - im * z.im, re * z.im + im * z.re);
    }

    public Complex dividedBy(Complex z) {
        double square = z.re * z.re + z.im * z.im;
        return new Complex((re * z.re + im * z.im) / square, (im * z.re - re * z.im) / square);
    }

    public Complex exp() {
        return new Complex(Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im));
    }

    public Complex log() {
        return new Complex(Math.log(Math.hypot(re, im)), Math.atan2(im, re));
    }

    /** The analytic continuation of an activation. */
    public Complex apply(Activation activation) {
        Complex one = of(1, 0);
        Complex minus = of(-re, -im);
        return switch (activation) {
            case IDENTITY -> this;
            case SQUARE -> times(this);
            case SIN -> of(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
            case SIGMOID -> one.dividedBy(one.plus(minus.exp()));
            case TANH -> {
                Complex e = minus.plus(minus).exp();
                yield one.plus(of(-e.re, -e.im)).dividedBy(one.plus(e));
            }
            case SILU -> times(one.dividedBy(one.plus(minus.exp())));
            case SOFTPLUS -> plus(one.plus(minus.exp()).log());
            default -> throw new IllegalArgumentException(activation + " is not used at complex arguments");
        };
    }
}
