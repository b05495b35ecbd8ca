/**
 * Neural quantum states. To read first, in this order:
 *
 * <ul>
 *   <li>{@code ansatz}: a family of wavefunctions, its amplitudes, their ratios and their derivatives; deeper families in {@code
 *       network} and {@code autoregressive}, families made symmetric in {@code projection};
 *   <li>{@code sampler}: configurations with weights, drawn from |ψ|² or summed up exactly;
 *   <li>{@code estimate}: energies and observables with their errors, and whether they can be believed;
 *   <li>{@code reconfiguration}: the equations by which parameters follow imaginary or real time;
 *   <li>{@code minimisation}: ground states; with {@code excited} the states above them;
 *   <li>{@code dynamics}, {@code tomography}, {@code mixture}: motion in time, states from measured bit strings, networks with masks.
 * </ul>
 *
 * Exact summation answers the same interfaces as sampling: a sample is a list of configurations with weights, and all configurations
 * with their probabilities are a sample too.
 */
@NullMarked
package org.ketwork.wavefunction;

import org.jspecify.annotations.NullMarked;
