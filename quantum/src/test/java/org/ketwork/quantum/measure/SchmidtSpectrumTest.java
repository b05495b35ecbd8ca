package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;
import org.ketwork.quantum.state.Subsystems;

class SchmidtSpectrumTest {
    private static final RandomAddress ADDRESS = RandomAddress.root(3).at("schmidt");

    @Test
    void agreesWithTheEntropyOfTheReducedState() {
        Ket ket = random(5, 0);
        SchmidtSpectrum spectrum = SchmidtSpectrum.ofQubits(ket, 2);
        assertThat(spectrum.entropy()).isCloseTo(Entanglement.entropy(ket, Subsystems.qubits(5), 0, 1), within(1e-12));
        assertThat(spectrum.renyi2()).isCloseTo(Entropy.renyi(spectrum.weights(), 2), within(1e-12));
        assertThat(spectrum.rank(1e-12)).isEqualTo(4);
    }

    @Test
    void greenbergerAndWStatesHaveOneBit() {
        for (int left = 1; left < 6; left++) {
            assertThat(SchmidtSpectrum.ofQubits(States.ghz(6), left).entropy()).isCloseTo(Math.log(2), within(1e-14));
        }
        assertThat(SchmidtSpectrum.ofQubits(States.w(6), 3).entropy()).isCloseTo(Math.log(2), within(1e-14));
        assertThat(SchmidtSpectrum.ofQubits(States.w(6), 3).rank(1e-12)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 0.333333", "4, 4, 0.922396", "8, 8, 1.588534", "16, 16, 2.274866", "32, 32, 2.966305"})
    void pageEntropies(int m, int n, double expected) {
        assertThat(SchmidtSpectrum.pageEntropy(m, n)).isCloseTo(expected, within(5e-7));
    }

    /** 400 random states, bound at 5 standard errors: false alarm 6e-7; seed 3. */
    @Test
    void randomStatesHavePagesMeanEntropy() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 400; i++) {
            double entropy = SchmidtSpectrum.ofQubits(random(6, i), 3).entropy();
            sum += entropy;
            squares += entropy * entropy;
        }
        double mean = sum / 400;
        double error = Math.sqrt((squares / 400 - mean * mean) / 399);
        assertThat(mean).isCloseTo(SchmidtSpectrum.pageEntropy(8, 8), within(5 * error));
    }

    @Test
    void cutsOutsideAreRefused() {
        assertThatThrownBy(() -> SchmidtSpectrum.ofQubits(States.ghz(3), 3)).hasMessageContaining("1 to 2");
        assertThatThrownBy(() -> SchmidtSpectrum.ofQubits(States.uniform(3), 1)).hasMessageContaining("dimension 3");
    }

    private static Ket random(int qubits, int number) {
        double[] re = new double[1 << qubits];
        double[] im = new double[1 << qubits];
        ADDRESS.at(number, 0).fillNormal(re);
        ADDRESS.at(number, 1).fillNormal(im);
        return Ket.normalised(re, im);
    }
}
