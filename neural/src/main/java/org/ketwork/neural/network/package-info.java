/**
 * A network is an immutable sequence of layers ({@link org.ketwork.neural.network.Network}); its numbers are apart from it
 * ({@link org.ketwork.neural.network.Parameters}), and how it is evaluated is stated by a {@link org.ketwork.neural.layer.Pass}.
 */
@NullMarked
package org.ketwork.neural.network;

import org.jspecify.annotations.NullMarked;
