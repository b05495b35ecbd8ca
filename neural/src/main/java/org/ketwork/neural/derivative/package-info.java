/**
 * Derivatives of networks, exact to rounding: gradients, per-sample gradients, Jacobians and products with them, and products
 * with the Hessian.
 */
@NullMarked
package org.ketwork.neural.derivative;

import org.jspecify.annotations.NullMarked;
