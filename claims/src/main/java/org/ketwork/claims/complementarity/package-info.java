/** Claims about what can be read together: masks, bases and noisy observables. */
@NullMarked
package org.ketwork.claims.complementarity;

import org.jspecify.annotations.NullMarked;
