package org.ketwork.app.solve;

import java.util.Optional;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.projection.Projected;
import org.ketwork.wavefunction.projection.ProjectedRbm;

/**
 * The families of the levels of a problem.
 *
 * @param ground that of the ground state
 * @param excited that of all states above it
 * @param excitedProjection on what those are projected, as {@link #NONE} or as an option says it; empty if there are none
 */
public record Ladder(Ansatz ground, Ansatz excited, Optional<String> excitedProjection) {
    /** What an option says if nothing is projected. */
    static final String NONE = "none";

    /** @throws InvalidInputException if the states above the ground state cannot be orthogonal to it */
    static Ladder of(SolveSpec spec, Problem problem, String groundText) {
        Ansatz ground = AnsatzForms.of(
                AnsatzForms.TABLE, groundText, problem, spec.project().isPresent());
        if (spec.excited().orElse(0) == 0) {
            return new Ladder(ground, ground, Optional.empty());
        }
        String text = spec.excitedAnsatz().orElse(groundText);
        boolean always = AnsatzForms.alwaysProjected(text);
        String symmetries =
                spec.excitedProject().map(String::strip).orElse(spec.project().orElse(""));
        if (always && symmetries.equals(NONE)) {
            throw new InvalidInputException(
                    "--excited-project none: " + text + " is a projected ansatz; take rbm-complex");
        }
        boolean projected = !symmetries.isEmpty() && !symmetries.equals(NONE);
        Projection projection = projected
                ? Projection.read(Projection.EXCITED, symmetries, problem.graph(), problem.space())
                : Projection.usual(Projection.EXCITED, problem.graph(), problem.space());
        Ansatz excited = AnsatzForms.of(
                spec.excitedAnsatz().isPresent() ? AnsatzForms.EXCITED : AnsatzForms.TABLE,
                text,
                problem.projected(projection),
                projected);
        if (positive(excited)) {
            throw new InvalidInputException("--excited needs an ansatz with signs: " + text
                    + " is positive, and no positive state is orthogonal to a positive ground state");
        }
        return new Ladder(ground, excited, Optional.of(projected || always ? projection.text() : NONE));
    }

    Ansatz at(int level) {
        return level == 0 ? ground : excited;
    }

    int mostParameters() {
        return Math.max(ground.parameterCount(), excited.parameterCount());
    }

    /** Whether the symmetry of two levels already makes them orthogonal: one is even, one is odd under the flip of all spins. */
    boolean apart(int level, int other) {
        return parity(at(level)) * parity(at(other)) < 0;
    }

    /** The lowest state that a positive family reaches is even: by the theorem of Perron and Frobenius there is only one. */
    private static int parity(Ansatz family) {
        return positive(family) ? 1 : flipParity(family);
    }

    private static boolean positive(Ansatz family) {
        return family.codomain() == Codomain.REAL && flipParity(family) != -1;
    }

    private static int flipParity(Ansatz family) {
        return switch (family) {
            case Projected projected -> projected.sector().flipParity();
            case ProjectedRbm projected -> projected.sector().flipParity();
            default -> 0;
        };
    }
}
