package org.ketwork.neural.layer;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.random.RandomAddress;

/**
 * The amplitude of a configuration as a product of conditional ones (Sharir, Levine, Wies, Carleo, Shashua, Phys. Rev. Lett. 124, 020503
 * (2020), equation 4): a body of layers reads the values of N sites and gives for every site a logit for each level and, if there are
 * phases, a phase for each level, as (N, logits then phases). What it gives for site i must depend on the sites before i only. Outputs
 * are ½ Σ_i log p_i(x_i | x_1 ... x_{i−1}) with p of {@link ConditionalLaw}, and Σ_i φ_i(x_i). A configuration that breaks the conserved
 * sum has log-amplitude −∞.
 *
 * <p>Which level was taken is constant in derivatives by the inputs.
 */
public record Conditionals(List<Layer> body, SiteLevels levels, boolean phases) implements Layer {
    public Conditionals {
        body = List.copyOf(body);
        Chain.requireFitting(body);
        int sites = body.getFirst().inputs();
        int readings = levels.count() * (phases ? 2 : 1);
        if (body.getLast().outputs() != sites * readings) {
            throw new IllegalArgumentException("conditional probabilities of " + sites + " sites need " + readings
                    + " numbers a site, got " + body.getLast().outputs() + " in all");
        }
    }

    @Override
    public int inputs() {
        return body.getFirst().inputs();
    }

    @Override
    public int outputs() {
        return phases ? 2 : 1;
    }

    /** How many numbers the body gives for each site. */
    public int readings() {
        return levels.count() * outputs();
    }

    public ConditionalLaw law() {
        return new ConditionalLaw(levels, inputs());
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            for (ParameterBlock block : body.get(i).parameterBlocks()) {
                blocks.add(new ParameterBlock(i + "." + block.name(), block.shape()));
            }
        }
        return List.copyOf(blocks);
    }

    @Override
    public void initialise(double[] theta, int offset, RandomAddress address) {
        Chain.initialise(body, theta, offset, address);
    }

    @Override
    public int positions() {
        return 1 + body.stream().mapToInt(Layer::positions).sum();
    }

    @Override
    public LayerMaps maps(Place place, int maxRows) {
        return new Maps(new Chain(body, new Place(place.position() + 1, place.offset()), maxRows), maxRows);
    }

    private final class Maps implements LayerMaps {
        private final Chain chain;
        private final ConditionalLaw law = law();
        private final int sites = inputs();
        private final int count = levels.count();
        private final int width = readings();
        private final double[] readings;
        private final double[] changes;
        private final double[] signals;
        private final double[] signalChanges;
        /** Of all levels of all sites, (rows, sites, levels). */
        private final double[] p;

        /** The level of every site, (rows, sites). */
        private final int[] taken;

        Maps(Chain chain, int maxRows) {
            this.chain = chain;
            readings = new double[maxRows * sites * width];
            changes = new double[readings.length];
            signals = new double[readings.length];
            signalChanges = new double[readings.length];
            p = new double[maxRows * sites * count];
            taken = new int[maxRows * sites];
        }

        private Point inside(Point at) {
            return new Point(at.pass(), at.samples(), at.theta(), at.x(), readings);
        }

        private Direction inside(Direction along) {
            return new Direction(along.theta(), along.x(), changes);
        }

        @Override
        public void forward(Point at) {
            chain.forward(inside(at));
            for (int r = 0; r < at.rows(); r++) {
                double log = 0;
                double phase = 0;
                int left = law.sum();
                for (int i = 0; i < sites; i++) {
                    int site = r * sites + i;
                    int level = levels.level(at.x()[site]);
                    taken[site] = level;
                    law.logProbabilities(readings, site * width, sites - i - 1, left, p, site * count);
                    log += p[site * count + level];
                    phase += phases ? readings[site * width + count + level] : 0;
                    left -= level;
                    for (int k = 0; k < count; k++) {
                        p[site * count + k] = Math.exp(p[site * count + k]);
                    }
                }
                at.y()[r * outputs()] = 0.5 * log;
                if (phases) {
                    at.y()[2 * r + 1] = phase;
                }
            }
        }

        @Override
        public void tangent(Point at, Direction along) {
            chain.tangent(inside(at), inside(along));
            for (int r = 0; r < at.rows(); r++) {
                double log = 0;
                double phase = 0;
                for (int site = r * sites; site < (r + 1) * sites; site++) {
                    log += changes[site * width + taken[site]] - meanChange(site);
                    phase += phases ? changes[site * width + count + taken[site]] : 0;
                }
                along.y()[r * outputs()] = 0.5 * log;
                if (phases) {
                    along.y()[2 * r + 1] = phase;
                }
            }
        }

        /** Σ_k p_k da_k. */
        private double meanChange(int site) {
            double mean = 0;
            for (int k = 0; k < count; k++) {
                mean += p[site * count + k] * changes[site * width + k];
            }
            return mean;
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            pull(at.rows(), yBar, signals);
            chain.adjoint(inside(at), signals, xBar, thetaBar);
        }

        @Override
        public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
            pull(at.rows(), yBar, signals);
            chain.adjointRows(inside(at), signals, xBar, into);
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            pull(at.rows(), dyBar, signalChanges);
            for (int site = 0; site < at.rows() * sites; site++) {
                double mean = meanChange(site);
                for (int k = 0; k < count; k++) {
                    // dp = p (da − Σ p da).
                    signalChanges[site * width + k] -= 0.5
                            * yBar[site / sites * outputs()]
                            * p[site * count + k]
                            * (changes[site * width + k] - mean);
                }
            }
            chain.adjointTangent(inside(at), inside(along), signals, signalChanges, dxBar, dthetaBar);
        }

        /** Signals on logits, ½ (δ_k − p_k), and on phases, δ_k, for the level taken. */
        private void pull(int rows, double[] yBar, double[] target) {
            for (int site = 0; site < rows * sites; site++) {
                int row = site / sites;
                for (int k = 0; k < count; k++) {
                    double one = k == taken[site] ? 1 : 0;
                    target[site * width + k] = 0.5 * yBar[row * outputs()] * (one - p[site * count + k]);
                    if (phases) {
                        target[site * width + count + k] = one * yBar[2 * row + 1];
                    }
                }
            }
        }
    }
}
