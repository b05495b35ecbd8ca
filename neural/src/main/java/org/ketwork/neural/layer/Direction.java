package org.ketwork.neural.layer;

/**
 * A direction in which a layer y = f(x; theta) is differentiated.
 *
 * @param theta change of the parameters of the whole network
 * @param x change of the inputs, (rows, inputs)
 * @param y resulting change of the outputs, (rows, outputs), written by the tangent map
 */
public record Direction(double[] theta, double[] x, double[] y) {}
