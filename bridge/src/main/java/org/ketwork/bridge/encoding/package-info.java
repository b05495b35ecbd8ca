/**
 * Readings of a layer: how activations or logits become a ket, what is lost on the way, and how a ket becomes numbers again, by
 * Born's rule or as mere probabilities.
 */
@NullMarked
package org.ketwork.bridge.encoding;

import org.jspecify.annotations.NullMarked;
