/** Claims on neural wavefunctions: their entanglement, their signs, the energies they reach, and states rebuilt from data. */
@NullMarked
package org.ketwork.claims.manybody;

import org.jspecify.annotations.NullMarked;
