package org.ketwork.app.solve;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a problem file may say, and what the options of the command line say. In YAML:
 *
 * <pre>{@code
 * lattice: square:4x4
 * hamiltonian: j1j2:j2=0.5
 * ansatz: rbm-symmetric:4
 * samples: 2016
 * steps: 400
 * }</pre>
 *
 * @param magnetisation a whole number, the sum of all σᶻ, or "any"
 * @param project symmetries with commas between them, such as translations=1x0,point-group,spin-flip=-1
 * @param lanczos whether a step of Lanczos improves the ground state that was found
 * @param excited how many states above the ground state
 * @param excitedAnsatz their family, if it is not that of the ground state
 * @param excitedProject their symmetries, if they are not those of the ground state; "none" for none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SolveSpec(
        Optional<String> lattice,
        Optional<String> hamiltonian,
        Optional<String> ansatz,
        Optional<String> project,
        Optional<String> magnetisation,
        Optional<Boolean> marshall,
        Optional<String> sampler,
        Optional<Integer> samples,
        Optional<Integer> chains,
        Optional<Integer> sweeps,
        Optional<Integer> finalSamples,
        Optional<Integer> steps,
        Optional<String> optimiser,
        Optional<Double> learningRate,
        Optional<Double> shift,
        Optional<Double> momentum,
        Optional<Boolean> lanczos,
        Optional<Boolean> exact,
        Optional<Integer> excited,
        Optional<String> excitedAnsatz,
        Optional<String> excitedProject,
        Optional<Double> penalty,
        Optional<Long> seed) {

    /** This spec where it says something, the other where it does not. */
    public SolveSpec over(SolveSpec other) {
        return new SolveSpec(
                lattice.or(other::lattice),
                hamiltonian.or(other::hamiltonian),
                ansatz.or(other::ansatz),
                project.or(other::project),
                magnetisation.or(other::magnetisation),
                marshall.or(other::marshall),
                sampler.or(other::sampler),
                samples.or(other::samples),
                chains.or(other::chains),
                sweeps.or(other::sweeps),
                finalSamples.or(other::finalSamples),
                steps.or(other::steps),
                optimiser.or(other::optimiser),
                learningRate.or(other::learningRate),
                shift.or(other::shift),
                momentum.or(other::momentum),
                lanczos.or(other::lanczos),
                exact.or(other::exact),
                excited.or(other::excited),
                excitedAnsatz.or(other::excitedAnsatz),
                excitedProject.or(other::excitedProject),
                penalty.or(other::penalty),
                seed.or(other::seed));
    }

    /** The same without numbers that are not defined, which is how the store reads those that are absent. */
    SolveSpec stored() {
        return new SolveSpec(
                lattice,
                hamiltonian,
                ansatz,
                project,
                magnetisation,
                marshall,
                sampler,
                samples,
                chains,
                sweeps,
                finalSamples,
                steps,
                optimiser,
                learningRate.filter(value -> !value.isNaN()),
                shift.filter(value -> !value.isNaN()),
                momentum.filter(value -> !value.isNaN()),
                lanczos,
                exact,
                excited,
                excitedAnsatz,
                excitedProject,
                penalty.filter(value -> !value.isNaN()),
                seed);
    }

    /** The same with the paths of files that it names resolved. */
    public SolveSpec withFilesFrom(UnaryOperator<Path> resolve) {
        return new SolveSpec(
                lattice.map(text -> resolved(text, LatticeForms.FILE, resolve)),
                hamiltonian.map(text -> HamiltonianForms.FILES.stream()
                        .reduce(text, (before, form) -> resolved(before, form, resolve))),
                ansatz,
                project,
                magnetisation,
                marshall,
                sampler,
                samples,
                chains,
                sweeps,
                finalSamples,
                steps,
                optimiser,
                learningRate,
                shift,
                momentum,
                lanczos,
                exact,
                excited,
                excitedAnsatz,
                excitedProject,
                penalty,
                seed);
    }

    private static String resolved(String text, String form, UnaryOperator<Path> resolve) {
        String prefix = form + ":";
        String file = text.strip().startsWith(prefix)
                ? text.strip().substring(prefix.length()).strip()
                : "";
        return file.isEmpty() ? text : prefix + resolve.apply(Path.of(file));
    }
}
