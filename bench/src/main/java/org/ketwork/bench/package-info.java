/** Benchmarks under JMH; {@code bench/README.md} says how to run them. */
@NullMarked
package org.ketwork.bench;

import org.jspecify.annotations.NullMarked;
