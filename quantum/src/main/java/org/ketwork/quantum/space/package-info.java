/** The configurations of many-body systems: which there are, batches of them, and the moves between them. */
@NullMarked
package org.ketwork.quantum.space;

import org.jspecify.annotations.NullMarked;
