/** Representations of quantum channels, the conversions between them, and the properties that can be read off them. */
@NullMarked
package org.ketwork.quantum.channel;

import org.jspecify.annotations.NullMarked;
