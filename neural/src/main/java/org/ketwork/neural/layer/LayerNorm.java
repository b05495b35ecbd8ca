package org.ketwork.neural.layer;

import java.util.List;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Layer normalisation: each sample is shifted to mean 0 and scaled to variance 1 over its units, then multiplied by a gain and
 * shifted by a bias per unit (Ba, Kiros, Hinton, arXiv:1607.06450, equation 4, over the units of one sample).
 *
 * <p>With m the mean, s = sqrt(variance + epsilon) and n = (x - m)/s, a direction dx gives ds = mean(n dx) and
 * dn = (dx - mean(dx) - n ds)/s. This map is symmetric, so that its adjoint is itself.
 */
public record LayerNorm(int units, double epsilon) implements Layer {
    public LayerNorm {
        Sizes.requirePositive("number of units", units);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon of a layer norm must be positive, got " + epsilon);
        }
    }

    public LayerNorm(int units) {
        this(units, 1e-5);
    }

    @Override
    public int inputs() {
        return units;
    }

    @Override
    public int outputs() {
        return units;
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
        private double s;
        private double ds;

        Maps(int offset) {
            gain = offset;
            bias = offset + units;
        }

        @Override
        public void forward(Point at) {
            for (int r = 0; r < at.rows(); r++) {
                normalise(at.x(), r * units);
                for (int i = 0; i < units; i++) {
                    at.y()[r * units + i] = at.theta()[gain + i] * n[i] + at.theta()[bias + i];
                }
            }
        }

        @Override
        public void tangent(Point at, Direction along) {
            for (int r = 0; r < at.rows(); r++) {
                normalise(at.x(), r * units);
                differentiate(along.x(), r * units);
                for (int i = 0; i < units; i++) {
                    along.y()[r * units + i] =
                            along.theta()[gain + i] * n[i] + at.theta()[gain + i] * dn[i] + along.theta()[bias + i];
                }
            }
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            for (int r = 0; r < at.rows(); r++) {
                int row = r * units;
                normalise(at.x(), row);
                double mean = 0;
                double overlap = 0;
                for (int i = 0; i < units; i++) {
                    double nBar = at.theta()[gain + i] * yBar[row + i];
                    mean += nBar / units;
                    overlap += nBar * n[i] / units;
                    thetaBar[gain + i] += yBar[row + i] * n[i];
                    thetaBar[bias + i] += yBar[row + i];
                }
                for (int i = 0; i < units; i++) {
                    double nBar = at.theta()[gain + i] * yBar[row + i];
                    xBar[row + i] = (nBar - mean - n[i] * overlap) / s;
                }
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            for (int r = 0; r < at.rows(); r++) {
                int row = r * units;
                normalise(at.x(), row);
                differentiate(along.x(), row);
                double mean = 0;
                double dMean = 0;
                double overlap = 0;
                double dOverlap = 0;
                for (int i = 0; i < units; i++) {
                    double nBar = at.theta()[gain + i] * yBar[row + i];
                    double dnBar = along.theta()[gain + i] * yBar[row + i] + at.theta()[gain + i] * dyBar[row + i];
                    mean += nBar / units;
                    dMean += dnBar / units;
                    overlap += nBar * n[i] / units;
                    dOverlap += (dnBar * n[i] + nBar * dn[i]) / units;
                    dthetaBar[gain + i] += dyBar[row + i] * n[i] + yBar[row + i] * dn[i];
                    dthetaBar[bias + i] += dyBar[row + i];
                }
                for (int i = 0; i < units; i++) {
                    double nBar = at.theta()[gain + i] * yBar[row + i];
                    double dnBar = along.theta()[gain + i] * yBar[row + i] + at.theta()[gain + i] * dyBar[row + i];
                    double xBar = (nBar - mean - n[i] * overlap) / s;
                    dxBar[row + i] = (dnBar - dMean - dn[i] * overlap - n[i] * dOverlap - xBar * ds) / s;
                }
            }
        }

        private void normalise(double[] x, int row) {
            double mean = 0;
            for (int i = 0; i < units; i++) {
                mean += x[row + i] / units;
            }
            double variance = 0;
            for (int i = 0; i < units; i++) {
                n[i] = x[row + i] - mean;
                variance += n[i] * n[i] / units;
            }
            s = Math.sqrt(variance + epsilon);
            for (int i = 0; i < units; i++) {
                n[i] /= s;
            }
        }

        private void differentiate(double[] dx, int row) {
            double mean = 0;
            ds = 0;
            for (int i = 0; i < units; i++) {
                mean += dx[row + i] / units;
                ds += n[i] * dx[row + i] / units;
            }
            for (int i = 0; i < units; i++) {
                dn[i] = (dx[row + i] - mean - n[i] * ds) / s;
            }
        }
    }
}
