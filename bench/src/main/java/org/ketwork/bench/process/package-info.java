/** Processes: their output, how long they ran, how much memory they took. */
@NullMarked
package org.ketwork.bench.process;

import org.jspecify.annotations.NullMarked;
