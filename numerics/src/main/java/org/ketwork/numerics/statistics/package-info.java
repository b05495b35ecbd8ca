/**
 * Estimates with their errors, hypothesis tests with effect and interval, and the test for an interior optimum. Distributions
 * and the standard tests come from Commons Statistics; what it lacks is derived and cited where it stands.
 */
@NullMarked
package org.ketwork.numerics.statistics;

import org.jspecify.annotations.NullMarked;
