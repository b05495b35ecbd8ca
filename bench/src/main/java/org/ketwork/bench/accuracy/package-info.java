/** How near to known energies {@code ketwork solve} comes: the problems, the runs and the table. */
@NullMarked
package org.ketwork.bench.accuracy;

import org.jspecify.annotations.NullMarked;
