/** Claims about reading a layer: activations as a state, softmax as Born's rule, interference of activations. */
@NullMarked
package org.ketwork.claims.reading;

import org.jspecify.annotations.NullMarked;
