/**
 * Exact answers about many-body systems, to hold approximate ones against: spectra by diagonalisation, whole or in symmetry sectors,
 * evolution in time, and the systems that are solved on paper.
 *
 * <p>To read first: {@link org.ketwork.quantum.spectrum.Diagonalisation}, then {@link
 * org.ketwork.quantum.spectrum.ExactSpectrum} and {@link org.ketwork.quantum.spectrum.ExactState}.
 */
@NullMarked
package org.ketwork.quantum.spectrum;

import org.jspecify.annotations.NullMarked;
