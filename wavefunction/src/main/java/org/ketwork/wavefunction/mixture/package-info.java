/** Mixed states of wavefunctions with random masks: what a stochastic layer makes of a pure state. */
@NullMarked
package org.ketwork.wavefunction.mixture;

import org.jspecify.annotations.NullMarked;
