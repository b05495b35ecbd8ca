/** Claims about how networks learn: back-propagation as backward layers. */
@NullMarked
package org.ketwork.claims.learning;

import org.jspecify.annotations.NullMarked;
