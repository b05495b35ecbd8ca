package org.ketwork.quantum.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.GoodnessOfFit;

class StateSpaceTest {
    static List<StateSpace> spaces() {
        return List.of(
                Spins.free(1),
                Spins.free(6),
                Spins.withMagnetisation(1, -1),
                Spins.withMagnetisation(7, 3),
                Spins.withMagnetisation(8, 0),
                Spins.withMagnetisation(5, 5),
                Spins.withMagnetisation(5, -5),
                Bosons.free(3, 3),
                Bosons.withParticles(4, 2, 4),
                Bosons.withParticles(4, 3, 0),
                Bosons.withParticles(4, 3, 12),
                Bosons.withParticles(5, 4, 17),
                Bosons.withParticles(1, 5, 3));
    }

    /** Another route: all numbers in base d, of which those in the space are kept. */
    @ParameterizedTest
    @MethodSource("spaces")
    void allConfigurationsAreListedOnceInLexicographicOrder(StateSpace space) {
        Configurations all = space.all();
        assertThat((double) all.rows()).isEqualTo(space.size());
        int numbers = (int) Math.round(Math.pow(space.levels(), space.sites()));
        int row = 0;
        byte[] levels = new byte[space.sites()];
        for (int number = 0; number < numbers; number++) {
            int rest = number;
            for (int i = space.sites() - 1; i >= 0; i--) {
                levels[i] = (byte) (rest % space.levels());
                rest /= space.levels();
            }
            if (space.contains(levels, 0)) {
                assertThat(all.row(row)).isEqualTo(levels);
                row++;
            }
        }
        assertThat(row).isEqualTo(all.rows());
    }

    /** Fixed seed; 13 tests at the level 1e-7, so a right sampler fails for one seed in a million. */
    @ParameterizedTest
    @MethodSource("spaces")
    void randomConfigurationsAreUniform(StateSpace space) {
        long seed = 11;
        Configurations all = space.all();
        RandomStream random = RandomAddress.root(seed).at("uniform configurations").stream();
        long[] counts = new long[all.rows()];
        byte[] levels = new byte[space.sites() + 2];
        int draws = 40 * all.rows() + 1000;
        for (int draw = 0; draw < draws; draw++) {
            space.random(levels, 1, random);
            assertThat(space.contains(levels, 1)).isTrue();
            counts[find(all, Arrays.copyOfRange(levels, 1, 1 + space.sites()))]++;
        }
        assertThat(levels[0] + levels[levels.length - 1]).isZero();
        if (all.rows() > 1) {
            double[] probabilities = new double[all.rows()];
            Arrays.fill(probabilities, 1.0 / all.rows());
            assertThat(GoodnessOfFit.chiSquare(probabilities, counts).p())
                    .as("seed %d", seed)
                    .isGreaterThan(1e-7);
        }
    }

    private static int find(Configurations all, byte[] levels) {
        int low = 0;
        int high = all.rows() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compare(all.row(middle), levels) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Test
    void aSmallSectorOfAHugeSpaceIsListed() {
        Configurations pairs = Spins.withMagnetisation(60, 56).all();
        assertThat(pairs.rows()).isEqualTo(60 * 59 / 2);
        assertThat(Spins.withMagnetisation(20, 0).all().rows()).isEqualTo(184_756);
        assertThat(Spins.withMagnetisation(100_000, 100_000).all().rows()).isEqualTo(1);
    }

    @Test
    void sizesAreTheNumbersOfCombinatorics() {
        assertThat(Spins.withMagnetisation(40, 0).size()).isEqualTo(137_846_528_820.0);
        assertThat(Spins.free(50).size()).isEqualTo(Math.pow(2, 50));
        assertThat(Spins.free(2000).size()).isInfinite();
        // Without an effective cut-off, n particles on s sites are C(n + s − 1, n).
        assertThat(Bosons.withParticles(10, 10, 10).size()).isEqualTo(92_378);
    }

    @Test
    void manyBosonsAreDrawnAtRandomWithTheirNumber() {
        Bosons space = Bosons.withParticles(1000, 4, 1300);
        byte[] levels = new byte[1000];
        double square = 0;
        RandomStream random = RandomAddress.root(12).at("many bosons").stream();
        for (int draw = 0; draw < 20; draw++) {
            space.random(levels, 0, random);
            assertThat(space.contains(levels, 0)).isTrue();
            for (byte level : levels) {
                square += level * level / 20_000.0;
            }
        }
        // One site has the law z^k, 0 <= k <= 4, of mean 1.3 up to 1/N, with mean square 3.377; under the fixed sum the
        // standard error
        // of 20,000 sites is 0.011, and five of them give one false alarm in a million seeds.
        assertThat(square).isCloseTo(meanSquare(1.3, 4), within(0.06));
    }

    private static double meanSquare(double mean, int most) {
        double low = 0;
        double high = 1;
        double square = 0;
        for (int step = 0; step < 100; step++) {
            double z = (low + high) / 2;
            double norm = 0;
            double first = 0;
            double second = 0;
            for (int k = 0; k <= most; k++) {
                norm += Math.pow(z, k);
                first += k * Math.pow(z, k);
                second += k * k * Math.pow(z, k);
            }
            square = second / norm;
            if (first / norm < mean) {
                low = z;
            } else {
                high = z;
            }
        }
        return square;
    }

    @Test
    void spacesThatCannotBeAreRefused() {
        List<ThrowingCallable> bad = List.of(
                () -> Spins.free(0),
                () -> Spins.withMagnetisation(5, 0),
                () -> Spins.withMagnetisation(4, 6),
                () -> Spins.withMagnetisation(4, Integer.MIN_VALUE),
                () -> Bosons.free(4, 0),
                () -> Bosons.free(4, 101),
                () -> Bosons.withParticles(4, 2, 9),
                () -> Bosons.withParticles(4, 2, -1),
                () -> Spins.free(40).all(),
                () -> Spins.free(5000).all());
        assertThat(bad).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(InvalidInputException.class));
        assertThatThrownBy(() -> Spins.free(30).all())
                .hasMessage(
                        "a list of all 1.074e+09 configurations of 30 sites needs 30.00 GiB; the most that is listed"
                                + " is 1 GiB");
        assertThatThrownBy(() -> Spins.withMagnetisation(5, 0))
                .hasMessage("the magnetisation (sum of sigma^z) of 5 spins is one of -5, -3, ..., 5, got 0");
    }

    @Test
    void movesGoWhereTheyFitAndBack() {
        Bosons bosons = Bosons.free(3, 2);
        byte[] levels = {9, 2, 0, 1};
        Move hop = Move.hop(2, 0);
        assertThat(hop.sites()).containsExactly(0, 2);
        assertThat(hop.fits(bosons, levels, 1)).isFalse();
        assertThat(Move.hop(0, 2).fits(bosons, levels, 1)).isTrue();
        Move.hop(0, 2).apply(bosons, levels, 1);
        assertThat(levels).containsExactly(9, 1, 0, 2);
        hop.apply(bosons, levels, 1);
        assertThat(levels).containsExactly(9, 2, 0, 1);
        byte[] spins = {0, 1, 1};
        Move flip = Move.flip(2, 0);
        assertThat(flip.fits(Spins.free(3), spins, 0)).isTrue();
        flip.apply(Spins.free(3), spins, 0);
        assertThat(spins).containsExactly(1, 1, 0);
        assertThat(flip).isEqualTo(new Move(new int[] {0, 2}, new int[] {1, 1})).hasToString("Move[0, 2][1, 1]");
        assertThatThrownBy(() -> Move.flip(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesAreWhatOperatorsSee() {
        Configurations all = Spins.free(2).all();
        double[] values = new double[4];
        all.values(1, 2, values);
        assertThat(values).containsExactly(1, -1, -1, 1);
        assertThat(all.slice(1, 2).copy()).isEqualTo(all.slice(1, 2)).isNotEqualTo(all);
        assertThat(Bosons.free(1, 3).value(3)).isEqualTo(3);
        assertThatThrownBy(() -> new Configurations(Spins.free(3), 2, new byte[5]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
