/** Masks under a change of distribution: spurious features and covariate shift. */
@NullMarked
package org.ketwork.bridge.robustness;

import org.jspecify.annotations.NullMarked;
