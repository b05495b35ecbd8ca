package org.ketwork.wavefunction.tomography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Jastrow;
import org.ketwork.wavefunction.ansatz.MeanField;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.ansatz.TableState;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.Sample;

class DataLikelihoodTest {
    private static final Workers ONE = Workers.of(1);
    private static final RandomAddress ADDRESS = RandomAddress.root(7).at("likelihood");
    private static final Spins SPACE = Spins.free(3);
    private static final MeasurementData DATA = measured(40, "ZZZ", "XZY", "YXZ", "XXX", "YYY");

    private static MeasurementData measured(int shots, String... bases) {
        double[] re = {0.3, -0.2, 0.5, 0.1, 0.05, -0.4, 0.2, 0.3};
        double[] im = {0.1, 0.4, -0.2, 0.2, 0.0, 0.1, -0.5, 0.2};
        double norm = Math.sqrt(1.2325);
        for (int i = 0; i < re.length; i++) {
            re[i] /= norm;
            im[i] /= norm;
        }
        return MeasurementData.of(
                re, im, Stream.of(bases).map(MeasurementBasis::of).toList(), shots, ADDRESS.at("shots"));
    }

    static List<Ansatz> families() {
        return List.of(
                new MeanField(SPACE, true),
                Jastrow.longRange(SPACE, true),
                new Rbm(SPACE, 4, true),
                new RbmComplex(SPACE, 3, true),
                new RbmModulusPhase(SPACE, 3, 2, true),
                new TableState(SPACE, false),
                new TableState(SPACE, true));
    }

    /** Away from states with an outcome of nearly no probability, where differences of logarithms have few digits. */
    private static double[] parameters(Ansatz ansatz) {
        double[] theta = new double[ansatz.parameterCount()];
        ADDRESS.at("theta").at(ansatz.parameterCount()).fillNormal(theta);
        for (int k = 0; k < theta.length; k++) {
            theta[k] *= 0.4;
        }
        return theta;
    }

    @ParameterizedTest
    @MethodSource("families")
    void gradientIsThatOfTheCrossEntropyByCentralDifferences(Ansatz ansatz) {
        DataLikelihood likelihood = new DataLikelihood(SPACE, DATA);
        double[] theta = parameters(ansatz);
        Wavefunction wavefunction = ansatz.at(theta);
        FullSum sum = new FullSum(SPACE);
        Sample model =
                sum.draw(wavefunction, sum.start(wavefunction, ONE), 0, ONE).sample();
        double[] gradient = likelihood.gradient(wavefunction, model, ONE);
        assertThat(gradient).hasSize(theta.length);
        double h = 3e-5;
        for (int k = 0; k < theta.length; k++) {
            // Of order h⁴.
            double expected =
                    (8 * (shifted(likelihood, ansatz, theta, k, h) - shifted(likelihood, ansatz, theta, k, -h))
                                    - (shifted(likelihood, ansatz, theta, k, 2 * h)
                                            - shifted(likelihood, ansatz, theta, k, -2 * h)))
                            / (12 * h);
            assertThat(gradient[k]).as(ansatz + ", " + k).isCloseTo(expected, within(1e-10));
        }
    }

    private static double shifted(DataLikelihood likelihood, Ansatz ansatz, double[] theta, int k, double by) {
        double[] moved = theta.clone();
        moved[k] += by;
        return likelihood.crossEntropy(ansatz.at(moved), ONE);
    }

    /** Each outcome's probability summed naively over all configurations, by way of the whole state vector. */
    @ParameterizedTest
    @MethodSource("families")
    void crossEntropyIsThatOfBornProbabilities(Ansatz ansatz) {
        double[] logModulus = new double[8];
        double[] phase = new double[8];
        Wavefunction wavefunction = ansatz.at(parameters(ansatz));
        wavefunction.logAmplitudes(SPACE.all(), logModulus, phase);
        double norm = 0;
        for (double l : logModulus) {
            norm += Math.exp(2 * l);
        }
        double[] re = new double[8];
        double[] im = new double[8];
        for (int i = 0; i < 8; i++) {
            re[i] = Math.exp(logModulus[i]) * Math.cos(phase[i]) / Math.sqrt(norm);
            im[i] = Math.exp(logModulus[i]) * Math.sin(phase[i]) / Math.sqrt(norm);
        }
        double expected = 0;
        double variance = 0;
        for (MeasurementData.Outcomes outcomes : DATA.bases()) {
            double[] p = BornProbabilities.of(re, im, outcomes.basis());
            double first = 0;
            double second = 0;
            for (int row = 0; row < outcomes.counts().length; row++) {
                byte[] bits = outcomes.different().row(row);
                double log = Math.log(p[bits[0] << 2 | bits[1] << 1 | bits[2]]);
                first += outcomes.counts()[row] * log;
                second += outcomes.counts()[row] * log * log;
            }
            // Shots of different bases are independent, and the score is minus their sum, divided by how many they are.
            expected -= first / DATA.shots();
            variance += (second - first * first / outcomes.shots()) / DATA.shots() / DATA.shots();
        }
        assertThat(new DataLikelihood(SPACE, DATA).crossEntropy(wavefunction, ONE))
                .isCloseTo(expected, within(1e-12));
        HeldOutScore score = HeldOutScore.of(wavefunction, DATA, ONE);
        assertThat(score.total()).isCloseTo(expected, within(1e-12));
        assertThat(score.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
    }

    @Test
    void noStateDoesBetterThanTheEntropyOfTheShares() {
        MeasurementData one = measured(50, "XYZ");
        DataLikelihood likelihood = new DataLikelihood(SPACE, one);
        Ansatz table = new TableState(SPACE, true);
        assertThat(likelihood.crossEntropy(table.at(parameters(table)), ONE)).isGreaterThan(likelihood.entropy());
    }

    @Test
    void aBatchHoldsSoManyShotsOfThoseThatWereMeasured() {
        MeasurementData batch = DATA.batch(30, ADDRESS.at("batch"));
        assertThat(batch.shots()).isEqualTo(30);
        for (MeasurementData.Outcomes some : batch.bases()) {
            MeasurementData.Outcomes all = DATA.bases().stream()
                    .filter(o -> o.basis().equals(some.basis()))
                    .findAny()
                    .orElseThrow();
            for (int row = 0; row < some.counts().length; row++) {
                byte[] outcome = some.different().row(row);
                boolean seen = false;
                for (int other = 0; other < all.counts().length; other++) {
                    seen |= Arrays.equals(outcome, all.different().row(other));
                }
                assertThat(seen).isTrue();
            }
        }
    }

    @Test
    void tooManySpinsAreNotScored() {
        Spins large = Spins.free(24);
        Ansatz ansatz = new MeanField(large, false);
        MeasurementData data = new MeasurementData(List.of(new MeasurementData.Outcomes(
                MeasurementBasis.reference(24), Configurations.room(large, 1), new long[] {1})));
        assertThatThrownBy(() -> new DataLikelihood(large, data).crossEntropy(ansatz.at(new double[24]), ONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2^24")
                .hasMessageContaining("up to 20 spins");
    }
}
