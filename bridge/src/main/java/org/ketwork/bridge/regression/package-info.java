/**
 * What random masks do to least squares, in closed form: the decohered Gram matrix, the noise floor of gradient descent under
 * masks, the best keep probability, double descent, deep linear networks and generalised linear models.
 */
@NullMarked
package org.ketwork.bridge.regression;

import org.jspecify.annotations.NullMarked;
