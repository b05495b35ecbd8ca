/** Data sets with their origin and licence, seeded splits, standardisation, and generated data whose truth is known. */
@NullMarked
package org.ketwork.neural.data;

import org.jspecify.annotations.NullMarked;
