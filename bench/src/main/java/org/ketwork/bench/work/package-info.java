/** The work that goals, peers and JMH benchmarks have in common. */
@NullMarked
package org.ketwork.bench.work;

import org.jspecify.annotations.NullMarked;
