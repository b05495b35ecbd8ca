/** Claims on the paradox that losing information can improve performance, in networks and in quantum systems. */
@NullMarked
package org.ketwork.claims.loss;

import org.jspecify.annotations.NullMarked;
