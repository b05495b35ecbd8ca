package org.ketwork.neural.layer;

/**
 * The maps of one layer y = f(x; theta) on a batch of samples. For the pair (x, theta), let J be the Jacobian of f at a point:
 *
 * <pre>
 *   forward          y    = f(x; theta)
 *   tangent          dy   = J (dx, dtheta)
 *   adjoint          (xBar, thetaBar) = J^T yBar                 the backward layer
 *   adjointTangent   (dxBar, dthetaBar) = J^T dyBar + (dJ)^T yBar   its derivative along a direction
 * </pre>
 *
 * A network composes forward and tangent maps from the first layer to the last, the adjoint ones from the last to the first. The
 * last map gives exact products with the Hessian (Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6,
 * 147, 1994). Gradients of parameters are added to what {@code thetaBar} holds; all other results overwrite.
 *
 * <p>The forward map must have been called last at the point at which another map is taken. Not for use by several threads.
 */
public interface LayerMaps {
    void forward(Point at);

    void tangent(Point at, Direction along);

    /** Pulls (rows, outputs) back to (rows, inputs) and adds the gradient of the parameters. */
    void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar);

    /**
     * As {@link #adjoint}, with the gradient of the parameters for every sample by itself. A layer without parameters has no more to do
     * than there.
     */
    default void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
        adjoint(at, yBar, xBar, new double[0]);
    }

    /** The derivative of {@link #adjoint} along the direction, when {@code yBar} itself changes by {@code dyBar}. */
    void adjointTangent(Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar);
}
