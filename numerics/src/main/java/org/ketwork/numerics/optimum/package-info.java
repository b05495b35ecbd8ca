/** Where a function of one positive variable, such as a noise level, is largest. */
@NullMarked
package org.ketwork.numerics.optimum;

import org.jspecify.annotations.NullMarked;
