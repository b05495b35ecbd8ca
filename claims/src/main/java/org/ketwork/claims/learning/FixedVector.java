package org.ketwork.claims.learning;

import org.ketwork.lab.claim.Evidence;
import org.ketwork.neural.derivative.Derivatives;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.SquaredError;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.neural.optimiser.Sgd;
import org.ketwork.numerics.matrix.Matrix;

/** The reference numbers of back-propagation: a network of two sigmoid units in a row at w1 = w2 = x = 1, y = 0. */
final class FixedVector {
    private static final double DIGITS = 1e-15;

    private FixedVector() {}

    static void enter(Evidence.Builder evidence) {
        Network network = Network.ofInputs(1)
                .denseWithoutBias(1)
                .activation(Activation.SIGMOID)
                .denseWithoutBias(1)
                .activation(Activation.SIGMOID)
                .build();
        Matrix x = Matrix.of(new double[] {1});
        double[] y = {0};
        SquaredError loss = new SquaredError();
        Derivatives at = new Derivatives(new Parameters(network, new double[] {1, 1}), x, Pass.unmasked());
        evidence.number("h", Activation.SIGMOID.value(1), 0.7310585786300049, DIGITS);
        evidence.number("o", at.outputs().get(0, 0), 0.6750375273768237, DIGITS);
        evidence.number("∂o/∂w1", at.jacobian().get(0, 0), 0.04312916016242333, DIGITS);
        evidence.number("∂o/∂w2", at.jacobian().get(0, 1), 0.16036637250863844, DIGITS);
        evidence.number("loss", at.loss(loss, y), 0.22783783168350796, DIGITS);
        double[] gradient = at.gradient(loss, y);
        evidence.number("∂loss/∂w1", gradient[0], 0.02911380163388125, DIGITS);
        evidence.number("∂loss/∂w2", gradient[1], 0.10825331957262192, DIGITS);
        double[] w = {1, 1};
        new Sgd().step(1, 1, gradient, new double[0][], w, 0, 2);
        evidence.number("w1 after one step", w[0], 0.9708861983661188, DIGITS);
        evidence.number("w2 after one step", w[1], 0.891746680427378, DIGITS);
        Derivatives after = new Derivatives(new Parameters(network, w), x, Pass.unmasked());
        evidence.number("loss after one step", after.loss(loss, y), 0.2153547148783308, DIGITS);
        Matrix hessian = at.hessian(loss, y);
        evidence.number("∂²loss/∂w1²", hessian.get(0, 0), -0.013597734702379547, DIGITS);
        evidence.number("∂²loss/∂w1∂w2", hessian.get(0, 1), 0.02857930808667584, DIGITS);
        evidence.number("∂²loss/∂w2²", hessian.get(1, 1), -0.0019873976440025153, DIGITS);
        evidence.number("largest slope of the sigmoid", Activation.SIGMOID.first(0), 0.25, 0);
    }
}
