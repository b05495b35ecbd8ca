package org.ketwork.app.solve;

/**
 * What the V-score N Var/(E − E∞)² of a problem needs (Wu et al., Science 386, 296 (2024)).
 *
 * @param particles N
 * @param infiniteTemperature E∞, the mean of all eigenvalues
 */
record Scores(int particles, double infiniteTemperature) {
    static Scores of(Problem problem) {
        return new Scores(problem.particles(), problem.hamiltonian().infiniteTemperature());
    }

    double vScore(double energy, double variance) {
        double distance = energy - infiniteTemperature;
        return particles * variance / (distance * distance);
    }
}
