/** The physics of noise, one record per process, with its parameters and nothing of its representation. */
@NullMarked
package org.ketwork.quantum.noise;

import org.jspecify.annotations.NullMarked;
