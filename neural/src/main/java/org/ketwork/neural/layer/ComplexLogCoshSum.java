package org.ketwork.neural.layer;

/**
 * Σ_i log cosh a_i of complex units a = x + iy. A sample is all x, then all y, as a dense layer with real inputs and complex weights
 * gives them; the two outputs are the real part, a log-modulus, and the imaginary part, a phase between −π and π for each unit.
 *
 * <p>|cosh a|² = (cosh 2x + cos 2y)/2 and cosh a = cosh x (cos y + i tanh x sin y); the derivative is tanh a = (sinh 2x + i sin 2y) /
 * (cosh 2x + cos 2y), and that of tanh a is 1 − tanh² a. At a zero of cosh the log-modulus is −∞ and the derivative is not finite.
 */
public record ComplexLogCoshSum(int units) implements Layer {
    public ComplexLogCoshSum {
        Sizes.requirePositive("number of units", units);
    }

    @Override
    public int inputs() {
        return 2 * units;
    }

    @Override
    public int outputs() {
        return 2;
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(maxRows);
    }

    private final class Maps implements LayerMaps {
        /** tanh a of all units of all rows. */
        private final double[] re;

        private final double[] im;

        Maps(int maxRows) {
            re = new double[maxRows * units];
            im = new double[maxRows * units];
        }

        @Override
        public void forward(Point at) {
            for (int r = 0; r < at.rows(); r++) {
                double modulus = 0;
                double phase = 0;
                for (int i = 2 * r * units; i < (2 * r + 1) * units; i++) {
                    double x = at.x()[i];
                    double y = at.x()[i + units];
                    double decay = Math.exp(-2 * Math.abs(x));
                    modulus += Math.abs(x) - Math.log(2) + 0.5 * Math.log1p(decay * (2 * Math.cos(2 * y) + decay));
                    phase += Math.atan2(Math.tanh(x) * Math.sin(y), Math.cos(y));
                }
                at.y()[2 * r] = modulus;
                at.y()[2 * r + 1] = phase;
            }
        }

        @Override
        public void tangent(Point at, Direction along) {
            slopes(at);
            for (int r = 0; r < at.rows(); r++) {
                double modulus = 0;
                double phase = 0;
                for (int i = 0; i < units; i++) {
                    int t = r * units + i;
                    double dx = along.x()[2 * r * units + i];
                    double dy = along.x()[(2 * r + 1) * units + i];
                    modulus += re[t] * dx - im[t] * dy;
                    phase += im[t] * dx + re[t] * dy;
                }
                along.y()[2 * r] = modulus;
                along.y()[2 * r + 1] = phase;
            }
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            slopes(at);
            for (int r = 0; r < at.rows(); r++) {
                for (int i = 0; i < units; i++) {
                    pull(r, i, re[r * units + i], im[r * units + i], yBar, xBar);
                }
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            slopes(at);
            for (int r = 0; r < at.rows(); r++) {
                for (int i = 0; i < units; i++) {
                    double tRe = re[r * units + i];
                    double tIm = im[r * units + i];
                    double sRe = 1 - (tRe * tRe - tIm * tIm);
                    double sIm = -2 * tRe * tIm;
                    double dx = along.x()[2 * r * units + i];
                    double dy = along.x()[(2 * r + 1) * units + i];
                    pull(r, i, sRe * dx - sIm * dy, sRe * dy + sIm * dx, yBar, dxBar);
                    dxBar[2 * r * units + i] += tRe * dyBar[2 * r] + tIm * dyBar[2 * r + 1];
                    dxBar[(2 * r + 1) * units + i] += tRe * dyBar[2 * r + 1] - tIm * dyBar[2 * r];
                }
            }
        }

        /** The transpose of the product with the complex number s, which is the product with its conjugate. */
        private void pull(int r, int i, double sRe, double sIm, double[] yBar, double[] xBar) {
            xBar[2 * r * units + i] = sRe * yBar[2 * r] + sIm * yBar[2 * r + 1];
            xBar[(2 * r + 1) * units + i] = sRe * yBar[2 * r + 1] - sIm * yBar[2 * r];
        }

        /** With both parts multiplied by 2 exp(-2|x|), so that nothing overflows. */
        private void slopes(Point at) {
            for (int r = 0; r < at.rows(); r++) {
                for (int i = 0; i < units; i++) {
                    double x = at.x()[2 * r * units + i];
                    double y = at.x()[(2 * r + 1) * units + i];
                    double decay = Math.exp(-2 * Math.abs(x));
                    double below = 1 + decay * (2 * Math.cos(2 * y) + decay);
                    re[r * units + i] = Math.signum(x) * (1 - decay * decay) / below;
                    im[r * units + i] = 2 * decay * Math.sin(2 * y) / below;
                }
            }
        }
    }
}
