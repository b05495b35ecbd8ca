package org.ketwork.neural.layer;

/** Reads an image (channels, height, width) as one vector. Batches are flat already, so that every map is a copy. */
public record Flatten(ImageShape image) implements Layer {
    @Override
    public int inputs() {
        return image.size();
    }

    @Override
    public int outputs() {
        return image.size();
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps();
    }

    private final class Maps implements LayerMaps {
        @Override
        public void forward(Point at) {
            copy(at, at.x(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            copy(at, along.x(), along.y());
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            copy(at, yBar, xBar);
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            copy(at, dyBar, dxBar);
        }

        private void copy(Point at, double[] from, double[] to) {
            System.arraycopy(from, 0, to, 0, at.rows() * image.size());
        }
    }
}
