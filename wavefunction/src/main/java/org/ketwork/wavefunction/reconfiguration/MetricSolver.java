package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.ansatz.LogDerivatives;

/**
 * The change d of the parameters that brings X d nearest to a wanted change r of the state, regularised: the solution of (X†X + λ) d =
 * X† r, in the space of parameters or of samples. With r = ε it is the step of stochastic reconfiguration against which the parameters
 * move, with r = −ε or r = −iε the rate of change in imaginary or real time. Keeps its large arrays from call to call; not for use by
 * several threads at once.
 */
public final class MetricSolver {
    /** What the derivatives and the equations of one step may take, unless something else is said: 4 GiB. */
    public static final long USUAL_MEMORY = 4L << 30;

    private final Regularisation regularisation;
    private final Space space;
    private final long memory;
    private final SampleEquations inSamples;
    private final ParameterEquations inParameters;

    public MetricSolver(Regularisation regularisation, Space space) {
        this(regularisation, space, USUAL_MEMORY);
    }

    /**
     * @param memory the most bytes that one step may take
     * @throws InvalidInputException if the regularisation does not go with the space
     */
    public MetricSolver(Regularisation regularisation, Space space, long memory) {
        boolean diagonal = regularisation instanceof Shift shift && shift.scale() == Shift.Scale.DIAGONAL;
        if (diagonal && space == Space.SAMPLES) {
            throw new InvalidInputException(
                    "a shift in units of the diagonal of the metric needs the space of parameters, got that of samples");
        }
        this.regularisation = regularisation;
        this.space = diagonal ? Space.PARAMETERS : space;
        this.memory = memory;
        inSamples = new SampleEquations();
        inParameters = new ParameterEquations();
    }

    /** What a step would cost at these derivatives, theirs included. */
    public StepCost cost(TangentSpace tangent) {
        LogDerivatives derivatives = tangent.derivatives();
        return StepCost.of(
                        space,
                        tangent.rows(),
                        derivatives.columns(),
                        tangent.codomain(),
                        derivatives.gramMultiplications())
                .with(derivatives.bytes());
    }

    /**
     * The solution.
     *
     * @param strength the shift, or the cut-off that takes its place; see {@link Regularisation#at}
     * @throws InvalidInputException if the step takes more memory than allowed
     * @throws UnsolvableStepException if the metric is not positive definite or the solution not finite
     */
    public Direction solve(TangentSpace tangent, Change wanted, double strength) {
        StepCost cost = cost(tangent);
        cost.require(memory);
        Direction direction = cost.space() == Space.SAMPLES
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
