/** How fast Ketwork is: its speed goals, other programs beside it, and JMH benchmarks; {@code docs/performance.md} says how to run them. */
@NullMarked
package org.ketwork.bench;

import org.jspecify.annotations.NullMarked;
