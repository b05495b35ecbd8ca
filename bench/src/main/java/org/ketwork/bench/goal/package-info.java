/** Speed goals: each names its work and its limit, measures, and says whether the limit was met. */
@NullMarked
package org.ketwork.bench.goal;

import org.jspecify.annotations.NullMarked;
