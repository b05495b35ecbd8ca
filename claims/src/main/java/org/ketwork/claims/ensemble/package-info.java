/** Claims about sub-networks and their masks: mixtures, blindness. */
@NullMarked
package org.ketwork.claims.ensemble;

import org.jspecify.annotations.NullMarked;
