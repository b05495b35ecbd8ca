package org.ketwork.neural.layer;

/** An activation applied to every unit: y = f(x). */
public record ActivationLayer(int units, Activation activation) implements Layer {
    public ActivationLayer {
        Sizes.requirePositive("number of units", units);
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
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps();
    }

    private final class Maps implements LayerMaps {
        @Override
        public void forward(Point at) {
            activation.values(at.x(), at.y(), at.rows() * units);
        }

        @Override
        public void tangent(Point at, Direction along) {
            activation.slopes(at.x(), along.y(), at.rows() * units);
            for (int i = 0; i < at.rows() * units; i++) {
                along.y()[i] *= along.x()[i];
            }
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            activation.slopes(at.x(), xBar, at.rows() * units);
            for (int i = 0; i < at.rows() * units; i++) {
                xBar[i] *= yBar[i];
            }
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            for (int i = 0; i < at.rows() * units; i++) {
                double x = at.x()[i];
                dxBar[i] = activation.first(x) * dyBar[i] + activation.second(x) * along.x()[i] * yBar[i];
            }
        }
    }
}
