package org.ketwork.quantum.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SingularMatrixException;
import org.ketwork.numerics.optimum.Peak;

class TransportTest {
    @ParameterizedTest
    @CsvSource({
        "10, 0, 0.0961569281066701",
        "10, 1, 0.211617818220294",
        "10, 9.4, 0.434782608695652",
        "10, 20, 0.384616820824574",
        "10, 100, 0.147325917440665",
        "0.3, 0, 0.805639476334340",
        "0.3, 0.1, 0.802844362885652"
    })
    void closedFormAndLinearSolveOfTheDimerAgreeWithTheReference(double detuning, double dephasing, double expected) {
        Dimer dimer = new Dimer(1, detuning, 1, 0.1);
        assertThat(dimer.efficiency(dephasing)).isCloseTo(expected, within(1e-14));
        assertThat(dimer.transport().efficiency(dephasing)).isCloseTo(expected, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"0, 102.25", "9.5, 12", "100, 52.74751243781095"})
    void meanTransferTimeOfTheLosslessDimer(double dephasing, double expected) {
        Dimer dimer = new Dimer(1, 10, 1, 0);
        assertThat(dimer.meanTransferTime(dephasing)).isCloseTo(expected, within(1e-12));
        Transport.Yield yield = dimer.transport().yield(dephasing);
        assertThat(yield.meanTransferTime()).isCloseTo(expected, within(1e-9));
        assertThat(yield.efficiency()).isCloseTo(1, within(1e-12));
    }

    @Test
    void bestDephasingOfTheDimerBalancesTheDetuning() {
        Dimer dimer = new Dimer(1, 10, 1, 0.1);
        assertThat(dimer.bestDephasing()).isCloseTo(9.4, within(1e-14));
        assertThat(dimer.profitsFromDephasing()).isTrue();
        Peak peak = dimer.transport().bestDephasing(1e-3, 1e4);
        assertThat(peak.interior()).isTrue();
        assertThat(peak.position()).isCloseTo(9.4, within(1e-5));
        assertThat(peak.value()).isCloseTo(10.0 / 23, within(1e-12));
    }

    @Test
    void dimerBelowTheThresholdHasNoBestDephasing() {
        Dimer dimer = new Dimer(1, 0.3, 1, 0.1);
        assertThat(dimer.profitsFromDephasing()).isFalse();
        assertThat(dimer.bestDephasing()).isZero();
        assertThat(dimer.transport().bestDephasing(1e-3, 1e4).interior()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7})
    void anyDephasingFreesTheDarkStatesOfTheCompleteNetwork(int sites) {
        Transport transport = new Transport(ExcitonNetwork.complete(sites, 1), 0, sites - 1, 1, 1e-9);
        assertThat(transport.efficiency(0)).isCloseTo(1.0 / (sites - 1), within(1e-7));
        assertThat(transport.efficiency(0.5)).isCloseTo(1, within(1e-7));
        assertThat(transport.efficiency(5)).isCloseTo(1, within(1e-7));
    }

    /** The references carry six significant digits. */
    @ParameterizedTest
    @CsvSource({"4, 0.322354, 2.60105, 0.934632", "7, 0.156983, 5.56248, 0.884550"})
    void completeNetworkWithLoss(int sites, double coherent, double best, double atBest) {
        Transport transport = new Transport(ExcitonNetwork.complete(sites, 1), 0, sites - 1, 1, 0.01);
        assertThat(transport.efficiency(0)).isCloseTo(coherent, within(5e-7));
        Peak peak = transport.bestDephasing(1e-3, 1e4);
        assertThat(peak.position()).isCloseTo(best, within(6e-6));
        assertThat(peak.value()).isCloseTo(atBest, within(5e-7));
    }

    @Test
    void tooMuchDephasingFreezesTheCompleteNetwork() {
        Transport transport = new Transport(ExcitonNetwork.complete(4, 1), 0, 3, 1, 0.01);
        assertThat(transport.efficiency(100)).isCloseTo(0.646004, within(5e-7));
        assertThat(transport.efficiency(1e4)).isCloseTo(0.0194, within(5e-5));
    }

    @Test
    void dephasingOnlyHurtsTheOrderedChain() {
        Transport ordered = new Transport(ExcitonNetwork.chain(1, 0, 0, 0, 0, 0), 0, 4, 1, 0.01);
        assertThat(ordered.efficiency(0)).isCloseTo(0.943964, within(5e-7));
        Peak peak = ordered.bestDephasing(1e-3, 1e4);
        assertThat(peak.interior()).isFalse();
        assertThat(peak.position()).isZero();
    }

    @Test
    void dephasingHelpsTheDisorderedChain() {
        Transport disordered = new Transport(ExcitonNetwork.chain(1, 0, 4, -3, 2, 0), 0, 4, 1, 0.01);
        assertThat(disordered.efficiency(0)).isCloseTo(0.226982, within(5e-7));
        Peak peak = disordered.bestDephasing(1e-3, 1e4);
        assertThat(peak.position()).isCloseTo(3.79555, within(6e-6));
        assertThat(peak.value()).isCloseTo(0.657314, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.76746, 0.99134", "6, 0.64117, 0.99126"})
    void fennaMatthewsOlsonReachesNearlyEverything(int site, double coherent, double atBest) {
        Transport complex = FennaMatthewsOlson.startingAt(site);
        assertThat(complex.efficiency(0)).isCloseTo(coherent, within(5e-6));
        Peak peak = complex.bestDephasing(1e-2, 1e5);
        assertThat(peak.interior()).isTrue();
        assertThat(peak.value()).isCloseTo(atBest, within(5e-6));
    }

    @Test
    void bestDephasingOfFennaMatthewsOlsonInBothUnits() {
        Transport complex = FennaMatthewsOlson.startingAt(1);
        double best = complex.bestDephasing(1e-2, 1e5).position();
        assertThat(best).isCloseTo(25.62, within(5e-3));
        assertThat(best / FennaMatthewsOlson.RADIANS_PER_PICOSECOND).isCloseTo(136, within(0.5));
        assertThat(complex.efficiency(1e5)).isCloseTo(0.2553, within(5e-5));
        assertThat(FennaMatthewsOlson.RADIANS_PER_PICOSECOND).isCloseTo(0.188365, within(5e-7));
    }

    /** Independent route: the full complex master equation, stepped by Runge and Kutta's fourth-order rule. */
    @Test
    void linearSolveAgreesWithSteppingThroughTime() {
        double[][] h = {{0.3, 1, -0.4}, {1, -0.7, 0.6}, {-0.4, 0.6, 1.1}};
        Transport transport = new Transport(new ExcitonNetwork(Matrix.of(h)), 1, 2, 0.8, 0.05);
        double gamma = 0.7;
        SteppedTransport stepped = new SteppedTransport(h, 1, 2, 0.8, 0.05, gamma);
        stepped.run(400, 0.005);
        Transport.Yield yield = transport.yield(gamma);
        assertThat(yield.efficiency()).isCloseTo(stepped.collected(), within(1e-8));
        assertThat(yield.meanTransferTime()).isCloseTo(stepped.meanTime(), within(1e-6));
    }

    @Test
    void anExcitationStuckInADarkStateIsAnErrorNotANumber() {
        Transport stuck = new Transport(ExcitonNetwork.complete(4, 1), 0, 3, 1, 0);
        assertThatThrownBy(() -> stuck.efficiency(0))
                .isInstanceOfAny(LawViolation.class, SingularMatrixException.class);
        assertThat(stuck.efficiency(0.1)).isCloseTo(1, within(1e-10));
    }

    @Test
    void badInputIsNamed() {
        ExcitonNetwork network = ExcitonNetwork.complete(3, 1);
        assertThatThrownBy(() -> new Transport(network, 0, 3, 1, 0))
                .hasMessageContaining("sink")
                .hasMessageContaining("got 3");
        assertThatThrownBy(() -> new Transport(network, 0, 1, 0, 0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new Transport(network, 0, 1, 1, -1)).hasMessageContaining("got -1.0");
        assertThatThrownBy(() -> new Transport(network, 0, 1, 1, 0).efficiency(-2))
                .hasMessageContaining("got -2.0");
        assertThatThrownBy(() -> new ExcitonNetwork(Matrix.of(new double[] {0, 1}, new double[] {2, 0})))
                .hasMessageContaining("symmetric");
        assertThatThrownBy(() -> FennaMatthewsOlson.startingAt(0)).hasMessageContaining("1 to 7, got 0");
    }
}
