/** Numbers that characterise states and measurements: entropies, coherence, entanglement, distances, bounds. */
@NullMarked
package org.ketwork.quantum.measure;

import org.jspecify.annotations.NullMarked;
