/** Claims about dropout as decoherence: the channel, the regression, the noise floor, linear networks, double descent. */
@NullMarked
package org.ketwork.claims.decoherence;

import org.jspecify.annotations.NullMarked;
