/**
 * One object with two names: the law of a random mask and the Schur channel. Masks as tables and as moments, the channel they
 * induce, which coherences a family of masks can reach, and the order that decoherence imposes on spectra.
 */
@NullMarked
package org.ketwork.bridge.decoherence;

import org.jspecify.annotations.NullMarked;
