/** Parallel loops whose result does not depend on the number of threads. */
@NullMarked
package org.ketwork.numerics.parallel;

import org.jspecify.annotations.NullMarked;
