/**
 * What training makes small: each loss with its value, its gradient and the action of its Hessian, with respect to the outputs of
 * a network.
 */
@NullMarked
package org.ketwork.neural.loss;

import org.jspecify.annotations.NullMarked;
