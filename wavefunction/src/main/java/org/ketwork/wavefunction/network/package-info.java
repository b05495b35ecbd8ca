/**
 * Wavefunctions whose log-amplitude is a network of {@code neural}: any network ({@link
 * org.ketwork.wavefunction.network.NetworkAnsatz}), and families with good defaults ({@link
 * org.ketwork.wavefunction.network.NetworkFamilies}).
 */
@NullMarked
package org.ketwork.wavefunction.network;

import org.jspecify.annotations.NullMarked;
