/**
 * Laws of random masks: who is dropped, how often, and together with whom.
 *
 * <p>A mask is a vector m that multiplies the units of a layer. A law is a distribution of masks, and its second moments are
 * what both sides of the house read: M = E[m m†] regularises a regression, and C_ij = M_ij/√(M_ii M_jj) dephases a quantum
 * state, ρ → C∘ρ. Throughout, p is the KEEP probability.
 */
@NullMarked
package org.ketwork.neural.mask;

import org.jspecify.annotations.NullMarked;
