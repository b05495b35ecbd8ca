package org.ketwork.app.solve;

import java.util.List;
import java.util.Optional;

/**
 * What the command prints with {@code --json}. Undefined numbers are NaN and print as null.
 *
 * @param energy total energy in the Pauli convention, from an independent final sample; undefined if the result is broken
 * @param variance of the energy in the state
 * @param vScore N Var / (E − E∞)², which compares how well different problems are solved
 * @param tau integrated autocorrelation time of the energy, in draws of one chain
 * @param exact the exact ground-state energy, if one is known
 * @param exactSource where the exact energy comes from
 * @param relativeError (E − exact) / |exact|
 * @param steps of each level
 * @param parameters real parameters of the ansatz
 * @param samples size of the final sample
 * @param levels the ground state and those above it that were asked for
 * @param lanczos the step of Lanczos behind the energy, if one was made
 * @param broken why the numbers must not be believed, if they must not
 * @param warnings sentences on the problem
 */
public record SolveResult(
        Energy energy,
        double variance,
        double vScore,
        double rHat,
        double tau,
        double acceptance,
        double exact,
        Optional<String> exactSource,
        double relativeError,
        int parameters,
        long samples,
        int steps,
        double seconds,
        double secondsPerStep,
        List<Level> levels,
        Optional<Lanczos> lanczos,
        Optional<String> broken,
        List<String> warnings,
        String run) {

    /** What is left of a search that had to be stopped. */
    static SolveResult stopped(String reason, int parameters, double seconds, List<String> warnings) {
        double none = Double.NaN;
        return new SolveResult(
                new Energy(none, none),
                none,
                none,
                none,
                none,
                none,
                none,
                Optional.empty(),
                none,
                parameters,
                0,
                0,
                seconds,
                none,
                List.of(),
                Optional.empty(),
                Optional.of(reason),
                warnings,
                "");
    }

    /** The same with the folder of its run. */
    SolveResult in(String folder) {
        return new SolveResult(
                energy,
                variance,
                vScore,
                rHat,
                tau,
                acceptance,
                exact,
                exactSource,
                relativeError,
                parameters,
                samples,
                steps,
                seconds,
                secondsPerStep,
                levels,
                lanczos,
                broken,
                warnings,
                folder);
    }

    /**
     * One state: its energy with standard error, and the variance of the energy in it.
     *
     * @param exact the exact energy of so many levels above the ground state, if it is known
     * @param gap above the ground state
     * @param overlaps with each state below, |⟨φ|ψ⟩|²/(⟨φ|φ⟩⟨ψ|ψ⟩)
     */
    public record Level(double energy, double error, double variance, double exact, Gap gap, List<Overlap> overlaps) {
        static final Level UNDEFINED =
                new Level(Double.NaN, Double.NaN, Double.NaN, Double.NaN, new Gap(Double.NaN, Double.NaN), List.of());
    }

    /** A difference of energies with its standard error. */
    public record Gap(double mean, double error) {}

    /** A fidelity with its standard error; by its noise it may lie slightly below zero. */
    public record Overlap(double mean, double error) {}

    /**
     * The state is (1 + α (H − E)) |ψ⟩, with E the energy of ψ.
     *
     * @param energy of ψ, on the same sample
     * @param variance of it
     */
    public record Lanczos(double alpha, Energy energy, double variance) {}

    /** A mean with its standard error. */
    public record Energy(double mean, double error) {}
}
