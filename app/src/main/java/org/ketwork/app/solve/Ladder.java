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
 */
public record Ladder(Ansatz ground, Ansatz excited) {
    /** @throws InvalidInputException if the states above the ground state cannot be orthogonal to it */
    static Ladder of(SolveSpec spec, Problem problem, String groundText) {
        Ansatz ground = AnsatzForms.of(spec, groundText, problem);
        if (spec.excited().orElse(0) == 0) {
            return new Ladder(ground, ground);
        }
        Optional<String> text = spec.excitedAnsatz();
        Ansatz excited =
                text.map(form -> AnsatzForms.EXCITED.read(form).on(problem)).orElse(ground);
        if (positive(excited)) {
            throw new InvalidInputException("--excited needs an ansatz with signs: " + text.orElse(groundText)
                    + " is positive, and no positive state is orthogonal to a positive ground state");
        }
        return new Ladder(ground, excited);
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
