package org.ketwork.neural.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** One table of blind laws; each closed formula against enumeration of all masks, where finite, and against sampled masks. */
class MaskLawTest {
    private static final double EXACT = 1e-12;
    private static final long SEED = 20_261_120;
    private static final int DRAWS = 40_000;

    /** Two-sided normal threshold of false-alarm probability 1e-9 a comparison: below 1e-6 over all comparisons of a law. */
    private static final double Z = 6.1;

    /** A law over a number of units and, where it takes finitely many masks, all of them with their probabilities. */
    private record Case(BlindMaskLaw law, int units, Optional<List<Weighted>> masks) {
        @Override
        public String toString() {
            return law.describe();
        }
    }

    private record Weighted(double probability, double[] mask) {}

    static Stream<Case> laws() {
        Matrix negative = Moments.exchangeable(3, 1, -0.5);
        Matrix mixed = Matrix.of(
                new double[] {1, 0.9, 0.3, 0.5},
                new double[] {0.9, 1, 0.4, 0.6},
                new double[] {0.3, 0.4, 1, 0.35},
                new double[] {0.5, 0.6, 0.35, 1});
        ComplexMatrix clock = ComplexMatrix.zeros(3, 3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double angle = 2 * Math.PI * (i - j) / 3;
                clock.set(i, j, 0.4 * Math.cos(angle) + (i == j ? 0.6 : 0), i == j ? 0 : 0.4 * Math.sin(angle));
            }
        }
        return Stream.of(
                independent(new Bernoulli(0.5), 6, 0.5),
                independent(new Bernoulli(0.8), 5, 0.8),
                independent(new Bernoulli(0.1), 4, 0.1),
                independent(new Bernoulli(1), 3, 1),
                tied(new BlockTied(0.7, new int[] {0, 1, 0, 2, 1}), 0.7),
                tied(BlockTied.consecutive(0.25, 5, 2), 0.25),
                kOfD(1, 4),
                kOfD(3, 5),
                kOfD(4, 4),
                dropBlock(new DropBlock(0.7, 3, 3, 2), 1),
                dropBlock(new DropBlock(0.9, 2, 3, 1), 1),
                dropBlock(new DropBlock(0.8, 2, 3, 2), 2),
                continuous(new GaussianMask(0.6), 4),
                continuous(GaussianCorrelated.centred(negative), 3),
                continuous(new GaussianCorrelated(mixed, 0.3), 4),
                continuous(new RandomPhase(0.4), 3),
                continuous(RandomPhase.ofCoherence(0.3), 4),
                continuous(ComplexGaussianCorrelated.centred(clock), 3));
    }

    private static Case continuous(BlindMaskLaw law, int units) {
        return new Case(law, units, Optional.empty());
    }

    private static Case enumerated(RealMaskLaw law, int units, Stream<Weighted> masks) {
        return new Case(law, units, Optional.of(masks.toList()));
    }

    /** Bits of a number as a vector of zeros and ones. */
    private static double[] bits(int code, int length) {
        double[] bits = new double[length];
        for (int i = 0; i < length; i++) {
            bits[i] = code >>> i & 1;
        }
        return bits;
    }

    private static Stream<Weighted> coins(int count, double p) {
        return Stream.iterate(0, code -> code < 1 << count, code -> code + 1)
                .map(code -> new Weighted(
                        Math.pow(p, Integer.bitCount(code)) * Math.pow(1 - p, count - Integer.bitCount(code)),
                        bits(code, count)));
    }

    private static Case independent(RealMaskLaw law, int units, double p) {
        return enumerated(law, units, coins(units, p));
    }

    private static Case tied(BlockTied law, double p) {
        int[] blockOf = law.blockOf();
        Stream<Weighted> masks = coins(law.blocks(), p)
                .map(coin -> new Weighted(
                        coin.probability(),
                        Arrays.stream(blockOf).mapToDouble(b -> coin.mask()[b]).toArray()));
        return enumerated(law, blockOf.length, masks);
    }

    private static Case kOfD(int k, int d) {
        List<Weighted> chosen =
                coins(d, 0.5).filter(w -> Arrays.stream(w.mask()).sum() == k).toList();
        return enumerated(new KOfD(k, d), d, chosen.stream().map(w -> new Weighted(1.0 / chosen.size(), w.mask())));
    }

    /** Coins at the places of all channels; a unit survives if no square over it holds a seed. */
    private static Case dropBlock(DropBlock law, int channels) {
        int placesPerMap = (law.height() - law.block() + 1) * (law.width() - law.block() + 1);
        int map = law.height() * law.width();
        Stream<Weighted> masks = coins(channels * placesPerMap, law.gamma()).map(seeds -> {
            double[] mask = new double[channels * map];
            for (int unit = 0; unit < mask.length; unit++) {
                int row = unit % map / law.width();
                int column = unit % law.width();
                boolean kept = true;
                for (int place = 0; place < placesPerMap; place++) {
                    int top = place / (law.width() - law.block() + 1);
                    int left = place % (law.width() - law.block() + 1);
                    boolean over =
                            row >= top && row < top + law.block() && column >= left && column < left + law.block();
                    kept &= !(over && seeds.mask()[unit / map * placesPerMap + place] == 1);
                }
                mask[unit] = kept ? 1 : 0;
            }
            return new Weighted(seeds.probability(), mask);
        });
        return enumerated(law, channels * map, masks);
    }

    private static ComplexMatrix secondMoment(BlindMaskLaw law, int units) {
        return switch (law) {
            case RealMaskLaw real -> ComplexMatrix.real(real.secondMoment(units));
            case ComplexMaskLaw complex -> complex.secondMoment(units);
        };
    }

    @ParameterizedTest
    @MethodSource("laws")
    void closedFormsEqualTheSumOverAllMasks(Case row) {
        if (row.masks().isEmpty()) {
            return;
        }
        int units = row.units();
        Matrix moment = Matrix.zeros(units, units);
        double[] mean = new double[units];
        double[] size = new double[units + 1];
        for (Weighted w : row.masks().get()) {
            int kept = 0;
            for (int i = 0; i < units; i++) {
                mean[i] += w.probability() * w.mask()[i];
                kept += (int) w.mask()[i];
                for (int j = 0; j < units; j++) {
                    moment.set(i, j, moment.get(i, j) + w.probability() * w.mask()[i] * w.mask()[j]);
                }
            }
            size[kept] += w.probability();
        }
        assertThat(secondMoment(row.law(), units).re().data()).containsExactly(moment.data(), within(EXACT));
        assertThat(row.law().mean(units)).containsExactly(mean, within(EXACT));
        assertThat(row.law().sizeLaw(units).orElseThrow()).containsExactly(size, within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void sampledMasksFollowTheClosedForms(Case row) {
        int units = row.units();
        ComplexMatrix expected = secondMoment(row.law(), units);
        double[] mean = row.law().mean(units);
        double[] size = row.law().sizeLaw(units).orElseThrow();
        Tally[] meanTally = tallies(units);
        Tally[] reTally = tallies(units * units);
        Tally[] imTally = tallies(units * units);
        Tally[] sizeTally = tallies(units + 1);
        double[] re = new double[units];
        double[] im = new double[units];
        for (int draw = 0; draw < DRAWS; draw++) {
            RandomAddress address = RandomAddress.root(SEED).at("mask").at(3, draw);
            switch (row.law()) {
                case RealMaskLaw real -> real.fill(address, re, 0, units);
                case ComplexMaskLaw complex -> complex.fill(address, re, im, 0, units);
            }
            int kept = 0;
            for (int i = 0; i < units; i++) {
                kept += re[i] != 0 || im[i] != 0 ? 1 : 0;
                meanTally[i].add(re[i]);
                for (int j = 0; j < units; j++) {
                    reTally[i * units + j].add(re[i] * re[j] + im[i] * im[j]);
                    imTally[i * units + j].add(im[i] * re[j] - re[i] * im[j]);
                }
            }
            for (int k = 0; k <= units; k++) {
                sizeTally[k].add(k == kept ? 1 : 0);
            }
        }
        for (int i = 0; i < units; i++) {
            meanTally[i].requireMean(mean[i], row + " mean " + i);
            for (int j = 0; j < units; j++) {
                String entry = row + " moment " + i + "," + j;
                reTally[i * units + j].requireMean(expected.re().get(i, j), entry);
                imTally[i * units + j].requireMean(expected.im().get(i, j), entry);
            }
        }
        for (int k = 0; k <= units; k++) {
            sizeTally[k].requireMean(size[k], row + " size " + k);
        }
    }

    private static Tally[] tallies(int count) {
        return Stream.generate(Tally::new).limit(count).toArray(Tally[]::new);
    }

    /** Mean and scatter of the draws of one quantity. */
    private static final class Tally {
        private double sum;
        private double squares;

        void add(double x) {
            sum += x;
            squares += x * x;
        }

        void requireMean(double expected, String what) {
            double mean = sum / DRAWS;
            double error = Math.sqrt(Math.max(0, squares / DRAWS - mean * mean) / DRAWS);
            // A rare event that was never drawn shows no scatter: its expected share then bounds the error.
            double floor = Math.sqrt(Math.abs(expected * (1 - expected)) / DRAWS);
            assertThat(mean)
                    .as("%s, seed %d", what, SEED)
                    .isCloseTo(expected, within(Z * Math.max(error, Math.min(floor, 1e-2)) + EXACT));
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void coherenceIsACorrelationMatrix(Case row) {
        int units = row.units();
        ComplexMatrix c = row.law().complexCoherence(units);
        assertThat(c.isHermitian(EXACT)).isTrue();
        ComplexMatrix m = secondMoment(row.law(), units);
        for (int i = 0; i < units; i++) {
            assertThat(c.re().get(i, i)).isCloseTo(1, within(EXACT));
            for (int j = 0; j < units; j++) {
                double norm = Math.sqrt(m.re().get(i, i) * m.re().get(j, j));
                assertThat(c.re().get(i, j) * norm).isCloseTo(m.re().get(i, j), within(EXACT));
                assertThat(c.im().get(i, j) * norm).isCloseTo(m.im().get(i, j), within(EXACT));
            }
        }
        assertThat(HermitianEigen.values(c)[0]).isGreaterThan(-EXACT);
    }

    /** Σ_{i≠j} M_ij = E[K(K−1)], and divided by p it is the budget of coherence that masks of this size law can share out. */
    @ParameterizedTest
    @MethodSource("laws")
    void coherenceIsABudgetOfTheSizeLaw(Case row) {
        if (row.masks().isEmpty()) {
            return;
        }
        int units = row.units();
        Matrix m = secondMoment(row.law(), units).re();
        double pairs = Arrays.stream(m.data()).sum() - m.trace();
        double[] size = row.law().sizeLaw(units).orElseThrow();
        double expected = 0;
        for (int k = 0; k <= units; k++) {
            expected += size[k] * k * (k - 1);
        }
        assertThat(pairs).isCloseTo(expected, within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theInvertedCovarianceIsCoherenceOverPLessOne(Case row) {
        if (!(row.law() instanceof RealMaskLaw law) || law.keepProbability() == 0 || law instanceof DropBlock) {
            return;
        }
        double p = law.keepProbability();
        Matrix c = law.coherence(row.units());
        double[] expected = Arrays.stream(c.data()).map(x -> x / p - 1).toArray();
        assertThat(law.invertedCovariance(row.units()).data()).containsExactly(expected, within(EXACT));
    }
}
