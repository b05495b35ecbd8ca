/** Other programs, timed beside Ketwork on the same work. */
@NullMarked
package org.ketwork.bench.peer;

import org.jspecify.annotations.NullMarked;
