/** The anatomy of a network from the predictions of its dropout passes: numbers, figures, advice. */
@NullMarked
package org.ketwork.app.inspect;

import org.jspecify.annotations.NullMarked;
