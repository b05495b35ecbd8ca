package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.InvalidInputException;

/**
 * The change d of the parameters that brings X d nearest to a wanted change r of the state, regularised: the solution of (X†X + λ) d =
 * X† r, in the space of parameters or of samples. With r = ε it is the step of stochastic reconfiguration against which the parameters
 * move, with r = −ε or r = −iε the rate of change in imaginary or real time. Keeps its large arrays from call to call; not for use by
 * several threads at once.
 */
public final class MetricSolver {
    private final Regularisation regularisation;
    private final Space space;
    private final SampleEquations inSamples;
    private final ParameterEquations inParameters;

    /**
     * @throws InvalidInputException if the regularisation does not go with the space
     */
    public MetricSolver(Regularisation regularisation, Space space) {
        boolean diagonal = regularisation instanceof Shift shift && shift.scale() == Shift.Scale.DIAGONAL;
        if (diagonal && space == Space.SAMPLES) {
            throw new InvalidInputException(
                    "a shift in units of the diagonal of the metric needs the space of parameters, got that of samples");
        }
        this.regularisation = regularisation;
        this.space = diagonal ? Space.PARAMETERS : space;
        inSamples = new SampleEquations();
        inParameters = new ParameterEquations();
    }

    /** What a step would cost at these derivatives. */
    public StepCost cost(TangentSpace tangent) {
        return StepCost.of(
                space,
                tangent.rows(),
                tangent.derivatives().columns(),
                tangent.codomain(),
                tangent.derivatives().gramMultiplications());
    }

    /**
     * The solution.
     *
     * @param strength the shift, or the cut-off that takes its place; see {@link Regularisation#at}
     * @throws UnsolvableStepException if the metric is not positive definite or the solution not finite
     */
    public Direction solve(TangentSpace tangent, Change wanted, double strength) {
        Direction direction = cost(tangent).space() == Space.SAMPLES
                ? inSamples.solve(tangent, wanted, regularisation, strength)
                : inParameters.solve(tangent, wanted, regularisation, strength);
        for (double x : direction.parameters()) {
            if (!Double.isFinite(x)) {
                throw new UnsolvableStepException("the step is not finite");
            }
        }
        return direction;
    }
}
