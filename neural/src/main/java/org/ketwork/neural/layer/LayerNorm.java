package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.kernel.Normalisation;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Layer normalisation: each sample is shifted to mean 0 and scaled to variance 1 over its units, then multiplied by a gain and
 * shifted by a bias per unit (Ba, Kiros, Hinton, arXiv:1607.06450, equation 4, over the units of one sample). Samples (positions, units)
 * are normalised at each position by itself, with the same gains and biases.
 *
 * <p>With m the mean, s = sqrt(variance + epsilon) and n = (x - m)/s, a direction dx gives ds = mean(n dx) and
 * dn = (dx - mean(dx) - n ds)/s. This map is symmetric, so that its adjoint is itself.
 */
public record LayerNorm(int units, double epsilon, int positions) implements Layer {
    public LayerNorm {
        Sizes.requirePositive("number of units", units);
        Sizes.requirePositive("number of positions", positions);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon of a layer norm must be positive, got " + epsilon);
        }
    }

    public LayerNorm(int units, double epsilon) {
        this(units, epsilon, 1);
    }

    public LayerNorm(int units) {
        this(units, 1e-5);
    }

    @Override
    public int inputs() {
        return positions * units;
    }

    @Override
    public int outputs() {
        return positions * units;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return List.of(ParameterBlock.of("weight", units), ParameterBlock.of("bias", units));
    }

    @Override
    public void initialise(double[] theta, int offset, RandomAddress address) {
        Initial.constant(theta, offset, units, 1);
        Initial.constant(theta, offset + units, units, 0);
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(place.offset());
    }

    private final class Maps implements LayerMaps {
        private final int gain;
        private final int bias;
        private final double[] n = new double[units];
        private final double[] dn = new double[units];
        private final double[] nBar = new double[units];
        private double s;
        private double ds;

        Maps(int offset) {
            gain = offset;
            bias = offset + units;
        }

        @Override
        public void forward(Point at) {
            for (int row = 0; row < at.rows() * inputs(); row += units) {
                normalise(at.x(), row);
                Normalisation.stretch(n, 0, at.theta(), gain, bias, at.y(), row, units);
            }
        }

        @Override
        public void tangent(Point at, Direction along) {
            for (int row = 0; row < at.rows() * inputs(); row += units) {
                normalise(at.x(), row);
                differentiate(along.x(), row);
                for (int i = 0; i < units; i++) {
                    along.y()[row + i] =
                            along.theta()[gain + i] * n[i] + at.theta()[gain + i] * dn[i] + along.theta()[bias + i];
                }
            }
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            for (int row = 0; row < at.rows() * inputs(); row += units) {
                normalise(at.x(), row);
                addGradient(yBar, row, thetaBar, gain);
                pull(at.theta(), yBar, row, xBar);
            }
        }

        @Override
        public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
            Optional<SampleGradients.Room> room = into.room(gain, parameterCount());
            for (int r = 0; r < at.rows(); r++) {
                if (room.isPresent()) {
                    int start = room.get().start() + r * room.get().stride();
                    Arrays.fill(room.get().values(), start, start + parameterCount(), 0);
                }
                for (int row = r * inputs(); row < (r + 1) * inputs(); row += units) {
                    normalise(at.x(), row);
                    if (room.isPresent()) {
                        addGradient(
                                yBar,
                                row,
                                room.get().values(),
                                room.get().start() + r * room.get().stride());
                    }
                    pull(at.theta(), yBar, row, xBar);
                }
            }
        }

        /** Gains begin at {@code to}, biases follow them. */
        private void addGradient(double[] yBar, int row, double[] target, int to) {
            for (int i = 0; i < units; i++) {
                target[to + i] += yBar[row + i] * n[i];
                target[to + units + i] += yBar[row + i];
            }
        }

        private void pull(double[] theta, double[] yBar, int row, double[] xBar) {
            for (int i = 0; i < units; i++) {
                nBar[i] = theta[gain + i] * yBar[row + i];
            }
            double mean = Kernels.best().sum(nBar, 0, units) / units;
            double overlap = Kernels.best().dot(nBar, 0, n, 0, units) / units;
            for (int i = 0; i < units; i++) {
                xBar[row + i] = (nBar[i] - mean - n[i] * overlap) / s;
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            for (int row = 0; row < at.rows() * inputs(); row += units) {
                normalise(at.x(), row);
                differentiate(along.x(), row);
                double mean = 0;
                double dMean = 0;
                double overlap = 0;
                double dOverlap = 0;
                for (int i = 0; i < units; i++) {
                    double signal = at.theta()[gain + i] * yBar[row + i];
                    double change = along.theta()[gain + i] * yBar[row + i] + at.theta()[gain + i] * dyBar[row + i];
                    mean += signal / units;
                    dMean += change / units;
                    overlap += signal * n[i] / units;
                    dOverlap += (change * n[i] + signal * dn[i]) / units;
                    dthetaBar[gain + i] += dyBar[row + i] * n[i] + yBar[row + i] * dn[i];
                    dthetaBar[bias + i] += dyBar[row + i];
                }
                for (int i = 0; i < units; i++) {
                    double signal = at.theta()[gain + i] * yBar[row + i];
                    double change = along.theta()[gain + i] * yBar[row + i] + at.theta()[gain + i] * dyBar[row + i];
                    double xBar = (signal - mean - n[i] * overlap) / s;
                    dxBar[row + i] = (change - dMean - dn[i] * overlap - n[i] * dOverlap - xBar * ds) / s;
                }
            }
        }

        private void normalise(double[] x, int row) {
            s = Normalisation.normalise(x, row, n, 0, units, epsilon);
        }

        private void differentiate(double[] dx, int row) {
            double mean = Kernels.best().sum(dx, row, units) / units;
            ds = Kernels.best().dot(n, 0, dx, row, units) / units;
            for (int i = 0; i < units; i++) {
                dn[i] = (dx[row + i] - mean - n[i] * ds) / s;
            }
        }
    }
}
