package org.ketwork.neural.layer;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.random.RandomAddress;

/** A residual block y = x + g(x), where g is a chain of layers with as many outputs as inputs (He et al., CVPR 2016). */
public record Residual(List<Layer> layers) implements Layer {
    public Residual {
        layers = List.copyOf(layers);
        Chain.requireFitting(layers);
        if (layers.getFirst().inputs() != layers.getLast().outputs()) {
            throw new IllegalArgumentException("a residual block must have as many outputs as inputs, got "
                    + layers.getFirst().inputs() + " inputs and "
                    + layers.getLast().outputs() + " outputs");
        }
    }

    @Override
    public int inputs() {
        return layers.getFirst().inputs();
    }

    @Override
    public int outputs() {
        return layers.getLast().outputs();
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            for (ParameterBlock block : layers.get(i).parameterBlocks()) {
                blocks.add(new ParameterBlock(i + "." + block.name(), block.shape()));
            }
        }
        return List.copyOf(blocks);
    }

    @Override
    public void initialise(double[] theta, int offset, RandomAddress address) {
        Chain.initialise(layers, theta, offset, address);
    }

    @Override
    public int positions() {
        return 1 + layers.stream().mapToInt(Layer::positions).sum();
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(new Chain(layers, new Place(place.position() + 1, place.offset()), maxRows));
    }

    /** The maps of g, and the identity added to each. */
    private final class Maps implements LayerMaps {
        private final Chain chain;

        Maps(Chain chain) {
            this.chain = chain;
        }

        @Override
        public void forward(Point at) {
            chain.forward(at);
            add(at, at.x(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            chain.tangent(at, along);
            add(at, along.x(), along.y());
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            chain.adjoint(at, yBar, xBar, thetaBar);
            add(at, yBar, xBar);
        }

        @Override
        public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
            chain.adjointRows(at, yBar, xBar, into);
            add(at, yBar, xBar);
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            chain.adjointTangent(at, along, yBar, dyBar, dxBar, dthetaBar);
            add(at, dyBar, dxBar);
        }

        private void add(Point at, double[] source, double[] target) {
            for (int i = 0; i < at.rows() * inputs(); i++) {
                target[i] += source[i];
            }
        }
    }
}
