package org.ketwork.quantum.hamiltonian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.StateSpace;

/** Σ_i c_i A_i of operators on the same space; equal moves are one transition. */
public final class OperatorSum implements ConfigurationOperator {
    private final List<ConfigurationOperator> operators;
    private final double[] coefficients;
    private final List<Transition> transitions;

    private OperatorSum(List<ConfigurationOperator> operators, double[] coefficients) {
        this.operators = List.copyOf(operators);
        this.coefficients = coefficients;
        Map<Move, Combined> moves = new LinkedHashMap<>();
        for (int i = 0; i < coefficients.length; i++) {
            for (Transition transition : operators.get(i).transitions()) {
                moves.computeIfAbsent(transition.move(), Combined::new).add(transition, coefficients[i]);
            }
        }
        this.transitions = List.copyOf(moves.values());
    }

    /**
     * The sum, with a real coefficient for each operator.
     *
     * @throws InvalidInputException if there is no operator, they act on different spaces or a coefficient is not finite
     */
    public static OperatorSum of(List<ConfigurationOperator> operators, double... coefficients) {
        if (operators.isEmpty() || operators.size() != coefficients.length) {
            throw new InvalidInputException("a sum of operators has a coefficient for each of at least 1 operator, got "
                    + coefficients.length + " for " + operators.size());
        }
        StateSpace space = operators.getFirst().space();
        for (int i = 0; i < coefficients.length; i++) {
            if (!operators.get(i).space().equals(space)) {
                throw new InvalidInputException("the operators of a sum act on the same space, got " + space + " and "
                        + operators.get(i).space());
            }
            if (!Double.isFinite(coefficients[i])) {
                throw new InvalidInputException(
                        "the coefficients of a sum of operators are finite numbers, got " + coefficients[i]);
            }
        }
        return new OperatorSum(operators, coefficients.clone());
    }

    private static final class Combined implements Transition {
        private final Move move;
        private final List<Transition> parts = new ArrayList<>();
        private final List<Double> factors = new ArrayList<>();

        Combined(Move move) {
            this.move = move;
        }

        void add(Transition part, double factor) {
            parts.add(part);
            factors.add(factor);
        }

        @Override
        public Move move() {
            return move;
        }

        @Override
        public boolean isReal() {
            return parts.stream().allMatch(Transition::isReal);
        }

        @Override
        public void elements(Configurations at, double[] re, double[] im) {
            boolean real = isReal();
            Arrays.fill(re, 0, at.rows(), 0);
            if (!real) {
                Arrays.fill(im, 0, at.rows(), 0);
            }
            double[] partRe = new double[at.rows()];
            double[] partIm = new double[real ? 0 : at.rows()];
            for (int i = 0; i < parts.size(); i++) {
                Transition part = parts.get(i);
                part.elements(at, partRe, partIm);
                accumulate(factors.get(i), partRe, re, at.rows());
                if (!part.isReal()) {
                    accumulate(factors.get(i), partIm, im, at.rows());
                }
            }
        }
    }

    private static void accumulate(double factor, double[] part, double[] sum, int rows) {
        for (int row = 0; row < rows; row++) {
            sum[row] += factor * part[row];
        }
    }

    @Override
    public StateSpace space() {
        return operators.getFirst().space();
    }

    @Override
    public void diagonal(Configurations at, double[] values) {
        Arrays.fill(values, 0, at.rows(), 0);
        double[] part = new double[at.rows()];
        for (int i = 0; i < coefficients.length; i++) {
            operators.get(i).diagonal(at, part);
            accumulate(coefficients[i], part, values, at.rows());
        }
    }

    @Override
    public double infiniteTemperature() {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * operators.get(i).infiniteTemperature();
        }
        return sum;
    }

    @Override
    public List<Transition> transitions() {
        return transitions;
    }

    /** Whether every operator of the sum does; cancellations among them are not seen. */
    @Override
    public boolean conservesTotal() {
        return operators.stream().allMatch(ConfigurationOperator::conservesTotal);
    }
}
