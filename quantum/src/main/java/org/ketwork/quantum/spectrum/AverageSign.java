package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.matrix.LogSumExp;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.StoquasticTwin;

/**
 * The average sign of the path integral of an operator A at inverse temperature β, Tr exp(−βA) / Tr exp(−β|A|), where |A| has the
 * diagonal of A and minus the moduli of its other elements ({@link StoquasticTwin}). It is 1 if there is no sign problem in this basis,
 * and the number of samples that a world-line simulation needs grows with its inverse square. Sign changes of basis states leave it as
 * it is.
 */
public final class AverageSign {
    private final double[] levels;
    private final double[] stoquasticLevels;

    private AverageSign(double[] levels, double[] stoquasticLevels) {
        this.levels = levels;
        this.stoquasticLevels = stoquasticLevels;
    }

    /** From all levels of both operators, so for a few thousand configurations at most. */
    public static AverageSign of(ConfigurationOperator operator, Workers workers) {
        return new AverageSign(allLevels(operator, workers), allLevels(new StoquasticTwin(operator), workers));
    }

    private static double[] allLevels(ConfigurationOperator operator, Workers workers) {
        return Diagonalisation.of(operator)
                .withLevels((int) operator.space().size())
                .solve(workers)
                .energies();
    }

    /** The average sign, in [0, 1]; 1 at β = 0. */
    public double at(double beta) {
        return Math.exp(logTrace(levels, beta) - logTrace(stoquasticLevels, beta));
    }

    private static double logTrace(double[] levels, double beta) {
        double[] exponents = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            exponents[i] = -beta * levels[i];
        }
        return LogSumExp.of(exponents);
    }
}
