package org.ketwork.neural.derivative;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.ketwork.neural.layer.Chain;
import org.ketwork.neural.layer.Direction;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Derivatives of a network's outputs, and of its mean loss over a batch, at given parameters, inputs and pass. With masks on, the
 * masks are those of the pass, held fixed. Exact up to rounding: products run the layers' tangent and adjoint maps, none is a finite
 * difference.
 *
 * <p>Letters: n samples, o outputs, P parameters. The derivative of ReLU at 0 is 0 here.
 */
public final class Derivatives {
    private final Parameters parameters;
    private final Matrix inputs;
    private final Pass pass;
    private final Network network;
    private final Chain maps;
    private final Point point;

    /** Evaluates the network once; the derivatives below are taken at this point. */
    public Derivatives(Parameters parameters, Matrix inputs, Pass pass) {
        this.parameters = parameters;
        this.inputs = inputs;
        this.pass = pass;
        this.network = parameters.network();
        network.requireInputs(inputs);
        this.maps = network.maps(Math.max(1, inputs.rows()));
        this.point = point(0, inputs.rows());
        maps.forward(point);
    }

    /** Outputs, (n, o). */
    public Matrix outputs() {
        return Matrix.wrap(inputs.rows(), network.outputs(), point.y().clone());
    }

    /** The mean loss over the samples. */
    public double loss(Loss loss, double[] targets) {
        requireTargets(loss, targets);
        return loss.value(inputs.rows(), network.outputs(), point.y(), targets) / inputs.rows();
    }

    /** The gradient of the mean loss, (P). */
    public double[] gradient(Loss loss, double[] targets) {
        return vectorJacobian(lossSignal(loss, targets));
    }

    /** The gradient of the mean loss with respect to the inputs, (n, inputs). */
    public Matrix inputGradient(Loss loss, double[] targets) {
        return inputVectorJacobian(lossSignal(loss, targets));
    }

    /** The gradient of each sample's own loss, (n, P); its mean over samples is the gradient. */
    public Matrix perSampleGradients(Loss loss, double[] targets) {
        Matrix signal = lossSignal(loss, targets).scale(inputs.rows());
        Matrix gradients = Matrix.zeros(inputs.rows(), parameters.values().length);
        Chain single = network.maps(1);
        double[] xBar = new double[network.inputs()];
        for (int r = 0; r < inputs.rows(); r++) {
            Point at = point(r, 1);
            single.forward(at);
            double[] gradient = new double[gradients.columns()];
            single.adjoint(at, signal.row(r), xBar, gradient);
            System.arraycopy(gradient, 0, gradients.data(), r * gradient.length, gradient.length);
        }
        return gradients;
    }

    /** The Jacobian of all outputs with respect to the parameters, (n o, P), output k of sample r in row r o + k. */
    public Matrix jacobian() {
        int o = network.outputs();
        Matrix jacobian = Matrix.zeros(inputs.rows() * o, parameters.values().length);
        Chain single = network.maps(1);
        double[] xBar = new double[network.inputs()];
        for (int r = 0; r < inputs.rows(); r++) {
            Point at = point(r, 1);
            single.forward(at);
            for (int k = 0; k < o; k++) {
                double[] unit = new double[o];
                unit[k] = 1;
                double[] row = new double[jacobian.columns()];
                single.adjoint(at, unit, xBar, row);
                System.arraycopy(row, 0, jacobian.data(), (r * o + k) * row.length, row.length);
            }
        }
        return jacobian;
    }

    /** J v for a direction v of the parameters, (n, o), in forward mode. */
    public Matrix jacobianVector(double[] direction) {
        requireParameters(direction);
        return Matrix.wrap(
                inputs.rows(),
                network.outputs(),
                tangent(direction, new double[point.x().length]).y());
    }

    /** The change of the outputs, (n, o), for a change of the inputs, (n, inputs), in forward mode. */
    public Matrix inputJacobianVector(Matrix change) {
        network.requireInputs(change);
        double[] still = new double[parameters.values().length];
        return Matrix.wrap(
                inputs.rows(), network.outputs(), tangent(still, change.data()).y());
    }

    /** J^T u for a signal u on the outputs, (n, o): (P), in reverse mode. */
    public double[] vectorJacobian(Matrix signal) {
        double[] gradient = new double[parameters.values().length];
        adjoint(signal, gradient);
        return gradient;
    }

    /** The pull-back of a signal on the outputs, (n, o), to the inputs, (n, inputs). */
    public Matrix inputVectorJacobian(Matrix signal) {
        double[] xBar = adjoint(signal, new double[parameters.values().length]);
        return Matrix.wrap(inputs.rows(), network.inputs(), xBar);
    }

    /** H v, (P), with H the Hessian of the mean loss with respect to the parameters: one tangent and two adjoint passes. */
    public double[] hessianVector(Loss loss, double[] targets, double[] direction) {
        requireParameters(direction);
        int n = inputs.rows();
        Matrix signal = lossSignal(loss, targets);
        Direction along = tangent(direction, new double[point.x().length]);
        double[] signalChange = new double[signal.data().length];
        loss.hessianTimes(n, network.outputs(), 1.0 / n, point.y(), targets, along.y(), signalChange);
        adjoint(signal, new double[direction.length]);
        double[] product = new double[direction.length];
        maps.adjointTangent(point, along, signal.data(), signalChange, new double[point.x().length], product);
        return product;
    }

    /** The Hessian of the mean loss, (P, P), by P products; for small networks. */
    public Matrix hessian(Loss loss, double[] targets) {
        int count = parameters.values().length;
        Matrix hessian = Matrix.zeros(count, count);
        for (int i = 0; i < count; i++) {
            double[] unit = new double[count];
            unit[i] = 1;
            System.arraycopy(hessianVector(loss, targets, unit), 0, hessian.data(), i * count, count);
        }
        return hessian;
    }

    private Point point(int first, int rows) {
        double[] x = Arrays.copyOfRange(inputs.data(), first * network.inputs(), (first + rows) * network.inputs());
        long[] numbers = LongStream.range(first, (long) first + rows).toArray();
        return new Point(pass, numbers, parameters.values(), x, new double[rows * network.outputs()]);
    }

    private Matrix lossSignal(Loss loss, double[] targets) {
        requireTargets(loss, targets);
        int n = inputs.rows();
        double[] signal = new double[point.y().length];
        loss.gradient(n, network.outputs(), 1.0 / n, point.y(), targets, signal);
        return Matrix.wrap(n, network.outputs(), signal);
    }

    private Direction tangent(double[] dTheta, double[] dx) {
        Direction along = new Direction(dTheta, dx, new double[point.y().length]);
        maps.tangent(point, along);
        return along;
    }

    private double[] adjoint(Matrix signal, double[] gradient) {
        if (signal.rows() != inputs.rows() || signal.columns() != network.outputs()) {
            throw new IllegalArgumentException("a signal must have shape " + inputs.rows() + " x " + network.outputs()
                    + ", got " + signal.rows() + " x " + signal.columns());
        }
        double[] xBar = new double[point.x().length];
        maps.adjoint(point, signal.data(), xBar, gradient);
        return xBar;
    }

    private void requireParameters(double[] direction) {
        if (direction.length != parameters.values().length) {
            throw new IllegalArgumentException(
                    "a direction must have length " + parameters.values().length + ", got " + direction.length);
        }
    }

    private void requireTargets(Loss loss, double[] targets) {
        int expected = inputs.rows() * loss.targets(network.outputs());
        if (targets.length != expected) {
            throw new IllegalArgumentException("the loss needs " + expected + " targets, got " + targets.length);
        }
    }
}
