/** Addressed random numbers: every number is a function of a seed and of where it is used, never of when. */
@NullMarked
package org.ketwork.numerics.random;

import org.jspecify.annotations.NullMarked;
