package org.ketwork.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Correlation;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.GoodnessOfFit;
import org.ketwork.numerics.statistics.Proportion;

/** The seed is fixed; each statistical assertion would fail for one seed in a million if the numbers are right. */
class RandomAddressTest {
    private static final RandomAddress ROOT = RandomAddress.root(1234);
    private static final double ALARM = 1e-6;
    private static final int COUNT = 100_000;

    private static double[] uniforms(RandomAddress address) {
        double[] values = new double[COUNT];
        address.fillUniform(values);
        return values;
    }

    private static double[] normals(RandomAddress address) {
        double[] values = new double[COUNT];
        address.fillNormal(values);
        return values;
    }

    @Test
    void aNumberDependsOnItsAddressAlone() {
        double once = RandomAddress.root(5).at("mask").at(2, 3).uniform(7);
        RandomAddress.root(5).at("other").uniform(7);
        assertThat(RandomAddress.root(5).at("mask").at(2).at(3).uniform(7)).isEqualTo(once);
        assertThat(RandomAddress.root(6).at("mask").at(2, 3).uniform(7)).isNotEqualTo(once);
    }

    @Test
    void fillingGivesTheNumbersOneByOne() {
        for (int length : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9, 1001}) {
            double[] uniforms = new double[length];
            double[] normals = new double[length];
            ROOT.fillUniform(uniforms);
            ROOT.fillNormal(normals);
            for (int i = 0; i < length; i++) {
                assertThat(uniforms[i]).isEqualTo(ROOT.uniform(i));
                assertThat(normals[i]).isEqualTo(ROOT.normal(i));
            }
        }
        for (long first : new long[] {0, 1, 2, 3, 4, 1L << 40}) {
            double[] part = new double[12];
            ROOT.fillUniform(part, 1, 10, first);
            for (int i = 0; i < 10; i++) {
                assertThat(part[1 + i]).isEqualTo(ROOT.uniform(first + i));
            }
            assertThat(part[0]).isZero();
            assertThat(part[11]).isZero();
        }
        assertThatThrownBy(() -> ROOT.fillUniform(new double[3], 1, 3, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void uniformNumbersAreUniform() {
        double[] values = uniforms(ROOT.at("uniform"));
        assertThat(Arrays.stream(values).allMatch(u -> u >= 0 && u < 1)).isTrue();
        assertThat(GoodnessOfFit.kolmogorovSmirnov(values, u -> Math.clamp(u, 0, 1))
                        .p())
                .isGreaterThan(ALARM);
    }

    @Test
    void normalNumbersAreNormal() {
        NormalDistribution law = NormalDistribution.of(0, 1);
        RandomStream stream = ROOT.at("normal").stream();
        double[] streamed = new double[COUNT];
        Arrays.setAll(streamed, i -> stream.nextNormal());
        for (double[] values : new double[][] {normals(ROOT.at("normal")), streamed}) {
            assertThat(GoodnessOfFit.kolmogorovSmirnov(values, law::cumulativeProbability)
                            .p())
                    .isGreaterThan(ALARM);
            // Moments 0, 1, 0, 3: z below 4.9 is one alarm in a million.
            double[] moments = {0, 1, 0, 3};
            for (int k = 1; k <= 4; k++) {
                int power = k;
                Estimate moment = Estimate.of(
                        Arrays.stream(values).map(x -> Math.pow(x, power)).toArray());
                assertThat(Math.abs(moment.z(moments[k - 1]))).isLessThan(4.9);
            }
        }
    }

    @Test
    void neighbouringNumbersAndAddressesAreIndependent() {
        double[] here = uniforms(ROOT.at("pair").at(0));
        double[] next = Arrays.copyOfRange(here, 1, COUNT);
        double[][] others = {
            uniforms(ROOT.at("pair").at(1)),
            uniforms(ROOT.at("pairs").at(0)),
            uniforms(ROOT.at("pair").at(0, 0)),
            uniforms(RandomAddress.root(1235).at("pair").at(0)),
            normals(ROOT.at("pair").at(0))
        };
        assertThat(correlationZ(Arrays.copyOf(here, COUNT - 1), next)).isLessThan(4.9);
        for (double[] other : others) {
            assertThat(correlationZ(here, other)).isLessThan(4.9);
        }
        double[] normals = normals(ROOT.at("pair").at(0));
        assertThat(correlationZ(Arrays.copyOf(normals, COUNT - 1), Arrays.copyOfRange(normals, 1, COUNT)))
                .isLessThan(4.9);
    }

    /** sqrt(n) r is standard normal for independent pairs. */
    private static double correlationZ(double[] x, double[] y) {
        return Math.abs(Correlation.pearson(x, y)) * Math.sqrt(x.length);
    }

    @Test
    void pairsOfNumbersFillTheSquareEvenly() {
        double[] a = uniforms(ROOT.at("square").at(0));
        double[] b = uniforms(ROOT.at("square").at(1));
        long[] cells = new long[256];
        for (int i = 0; i < COUNT; i++) {
            cells[16 * (int) (16 * a[i]) + (int) (16 * b[i])]++;
        }
        double[] even = new double[256];
        Arrays.fill(even, 1);
        assertThat(GoodnessOfFit.chiSquare(even, cells).p()).isGreaterThan(ALARM);
    }

    @Test
    void addressesDoNotMeet() {
        Set<Double> seen = new HashSet<>();
        for (String name : new String[] {"", "a", "b", "ab", "mask", "noise"}) {
            for (int i = 0; i < 1000; i++) {
                assertThat(seen.add(ROOT.at(name).at(i).uniform(0))).isTrue();
                assertThat(seen.add(ROOT.at(i).at(name).uniform(0))).isTrue();
            }
        }
    }

    @Test
    void aBernoulliNumberIsOneAsOftenAsItSays() {
        int ones = 0;
        for (int i = 0; i < COUNT; i++) {
            ones += ROOT.at("bernoulli").bernoulli(i, 0.3) ? 1 : 0;
        }
        assertThat(new Proportion(ones, COUNT).test(0.3, Alternative.TWO_SIDED).p())
                .isGreaterThan(ALARM);
    }

    @Test
    void permutationsAreEvenlySpread() {
        RandomStream stream = ROOT.at("permutation").stream();
        long[] counts = new long[24];
        for (int r = 0; r < 24_000; r++) {
            int[] order = stream.permutation(4);
            int rank = 0;
            for (int i = 0; i < 4; i++) {
                int smaller = 0;
                for (int j = i + 1; j < 4; j++) {
                    smaller += order[j] < order[i] ? 1 : 0;
                }
                rank = rank * (4 - i) + smaller;
            }
            counts[rank]++;
        }
        double[] even = new double[24];
        Arrays.fill(even, 1);
        assertThat(GoodnessOfFit.chiSquare(even, counts).p()).isGreaterThan(ALARM);
    }

    @Test
    void choicesAreEvenlySpreadAndDoNotRepeat() {
        RandomStream stream = ROOT.at("choice").stream();
        long[] counts = new long[25];
        for (int r = 0; r < 20_000; r++) {
            int[] chosen = stream.choice(5, 2);
            counts[5 * chosen[0] + chosen[1]]++;
        }
        double[] even = new double[20];
        Arrays.fill(even, 1);
        long[] different = new long[20];
        for (int i = 0, k = 0; i < 25; i++) {
            if (i / 5 == i % 5) {
                assertThat(counts[i]).isZero();
            } else {
                different[k++] = counts[i];
            }
        }
        assertThat(GoodnessOfFit.chiSquare(even, different).p()).isGreaterThan(ALARM);
        assertThatThrownBy(() -> stream.choice(3, 4)).hasMessage("cannot choose 4 out of 3");
    }
}
