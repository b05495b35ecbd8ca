package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ketwork.neural.mask.AwareMaskLaw;
import org.ketwork.neural.mask.Masking;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Units multiplied by random masks when the pass says so (dropout and its relatives): y = m x, where m includes the scaling. In an
 * unmasked pass m is replaced by its mean. Feature-aware masks are drawn for the values of each sample and treated as constants in
 * derivatives.
 */
public record MaskedLayer(int units, Masking masking) implements Layer {
    public MaskedLayer {
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
        return new Maps(place.position());
    }

    /** The masking as it acts in the given pass; feature-aware laws, which read each sample, are not changed by a pass. */
    public Masking masking(Pass.Masked pass) {
        if (masking.law() instanceof AwareMaskLaw) {
            return masking;
        }
        Masking shared = pass.sharing().map(masking::with).orElse(masking);
        OptionalDouble p = pass.keepProbability();
        return p.isPresent() ? shared.withKeepProbability(p.getAsDouble()) : shared;
    }

    /**
     * The factors of a batch in a pass, (rows, units).
     *
     * @param position the position of this layer in its network
     * @param samples the number of each sample in its data set
     * @param values what enters the layer, (rows, units), for laws that read it; the array may be longer
     */
    public double[] factors(Pass pass, int position, long[] samples, double[] values) {
        return switch (pass) {
            case Pass.Unmasked _ -> means(samples.length, values);
            case Pass.Stated stated ->
                stated.at(position)
                        .map(mask -> repeated(mask, samples.length))
                        .orElseGet(() -> means(samples.length, values));
            case Pass.Masked masked -> {
                Masking acting = masking(masked);
                if (BernoulliFactors.apply(acting)) {
                    yield BernoulliFactors.of(acting, masked.layer(position), samples, units);
                }
                Matrix scores = Matrix.wrap(samples.length, units, Arrays.copyOf(values, samples.length * units));
                yield acting.factors(masked.layer(position), samples, scores).data();
            }
        };
    }

    private double[] repeated(double[] mask, int rows) {
        if (mask.length != units) {
            throw new IllegalArgumentException("a mask of " + units + " units has as many factors, got " + mask.length);
        }
        double[] all = new double[rows * units];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(mask, 0, all, r * units, units);
        }
        return all;
    }

    private double[] means(int rows, double[] values) {
        double[] means = new double[rows * units];
        boolean aware = masking.law() instanceof AwareMaskLaw;
        double[] mean = new double[0];
        for (int r = 0; r < rows; r++) {
            if (aware || r == 0) {
                mean = masking.meanFactors(Arrays.copyOfRange(values, r * units, (r + 1) * units));
            }
            System.arraycopy(mean, 0, means, r * units, units);
        }
        return means;
    }

    private final class Maps implements LayerMaps {
        private final int position;
        /** The factor of every unit of every row. */
        private double[] factors = new double[0];

        Maps(int position) {
            this.position = position;
        }

        @Override
        public void forward(Point at) {
            factors = MaskedLayer.this.factors(at.pass(), position, at.samples(), at.x());
            multiply(at, at.x(), at.y());
        }

        @Override
        public void tangent(Point at, Direction along) {
            multiply(at, along.x(), along.y());
        }

        @Override
        public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
            multiply(at, yBar, xBar);
        }

        @Override
        public void adjointTangent(
                Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
            multiply(at, dyBar, dxBar);
        }

        private void multiply(Point at, double[] source, double[] target) {
            for (int i = 0; i < at.rows() * units; i++) {
                target[i] = factors[i] * source[i];
            }
        }
    }
}
