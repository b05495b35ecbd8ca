package org.ketwork.neural.layer;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ketwork.neural.mask.AwareMaskLaw;
import org.ketwork.neural.mask.BlindMaskLaw;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Scaling;
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
        return new Maps(place.position(), maxRows);
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

    /** The mean of the factors of one sample; only feature-aware laws look at its values. */
    private double[] mean(double[] values) {
        return switch (masking.law()) {
            case AwareMaskLaw aware -> aware.keepProbabilities(values);
            case BlindMaskLaw blind when masking.scaling() == Scaling.PLAIN -> blind.mean(units);
            case BlindMaskLaw _ -> {
                double[] ones = new double[units];
                Arrays.fill(ones, 1);
                yield ones;
            }
        };
    }

    private final class Maps implements LayerMaps {
        private final int position;
        /** The factor of every unit of every row. */
        private double[] factors;

        Maps(int position, int maxRows) {
            this.position = position;
            this.factors = new double[maxRows * units];
        }

        @Override
        public void forward(Point at) {
            switch (at.pass()) {
                case Pass.Unmasked _ -> fillMeans(at);
                case Pass.Masked masked -> draw(at, masked);
            }
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

        private void draw(Point at, Pass.Masked masked) {
            double[] scores = Arrays.copyOf(at.x(), at.rows() * units);
            factors = masking(masked)
                    .factors(masked.layer(position), at.samples(), Matrix.wrap(at.rows(), units, scores))
                    .data();
        }

        private void fillMeans(Point at) {
            if (factors.length < at.rows() * units) {
                factors = new double[at.rows() * units];
            }
            for (int r = 0; r < at.rows(); r++) {
                double[] mean = mean(Arrays.copyOfRange(at.x(), r * units, (r + 1) * units));
                System.arraycopy(mean, 0, factors, r * units, units);
            }
        }

        private void multiply(Point at, double[] source, double[] target) {
            for (int i = 0; i < at.rows() * units; i++) {
                target[i] = factors[i] * source[i];
            }
        }
    }
}
