/**
 * What can be read together: pairs of slots under masks that keep only some, with the test for a joint distribution of all
 * readings, and what masked data tell of a covariance.
 */
@NullMarked
package org.ketwork.bridge.comeasurement;

import org.jspecify.annotations.NullMarked;
