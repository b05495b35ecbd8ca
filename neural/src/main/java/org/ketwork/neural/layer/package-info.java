/**
 * Layers: each an immutable description with its sizes ({@link org.ketwork.neural.layer.Layer}) and four explicit maps on
 * batches ({@link org.ketwork.neural.layer.LayerMaps}): forward, tangent, adjoint, and the tangent of the adjoint.
 */
@NullMarked
package org.ketwork.neural.layer;

import org.jspecify.annotations.NullMarked;
