/** JMH benchmarks, one class a subject. */
@NullMarked
package org.ketwork.bench.micro;

import org.jspecify.annotations.NullMarked;
