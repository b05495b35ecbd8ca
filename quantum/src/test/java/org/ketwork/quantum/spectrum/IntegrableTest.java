package org.ketwork.quantum.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.InvalidInputException;

/** The systems solved on paper, against published numbers and closed forms. */
class IntegrableTest {
    @ParameterizedTest
    @CsvSource({
        "10, -10.635604409348, -12.784906442999, -21.271208818696",
        "16, -17.016712496347, -20.404594474757, -34.033424992695",
        "20, -21.270888306919, -25.490989686365, -42.541776613839",
        "32, -34.033421119168, -40.760032494192, -68.066842238336",
        "40, -42.541776398935, -50.942674114257, -85.083552797869",
        "80, -85.083552797869, -101.865708857905, -170.167105595738",
        "100, -106.354440997336, -127.329190612001, -212.708881994673"
    })
    void groundEnergiesOfTheIsingRing(int n, double half, double one, double two) {
        assertThat(new IsingRing(n, 1, 0.5).groundEnergy()).isCloseTo(half, within(1e-12 * n));
        assertThat(new IsingRing(n, 1, 1).groundEnergy()).isCloseTo(one, within(1e-12 * n));
        assertThat(new IsingRing(n, 1, 2).groundEnergy()).isCloseTo(two, within(1e-12 * n));
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "10", "101", "1000"})
    void criticalIsingSystemsHaveClosedForms(int n) {
        IsingRing ring = new IsingRing(n, 1, 1);
        assertThat(ring.groundEnergy()).isCloseTo(-2 / Math.sin(Math.PI / (2 * n)), within(1e-13 * n));
        assertThat(ring.groundEnergy(-1)).isCloseTo(-2 / Math.tan(Math.PI / (2 * n)), within(1e-13 * n));
        assertThat(ring.gap()).isCloseTo(2 * Math.tan(Math.PI / (4 * n)), within(1e-12 * n));
        IsingChain chain = new IsingChain(n, 1, 1);
        assertThat(chain.groundEnergy()).isCloseTo(1 - 1 / Math.sin(Math.PI / (2 * (2 * n + 1))), within(1e-12 * n));
        assertThat(chain.gap()).isCloseTo(4 * Math.sin(Math.PI / (2 * (2 * n + 1))), within(1e-12 * n));
    }

    @Test
    void theOpenIsingChainOfTen() {
        assertThat(new IsingChain(10, 1, 1).groundEnergy()).isCloseTo(-12.381489999655, within(1e-11));
    }

    @Test
    void isingSystemsWithoutFieldOrWithoutCouplingAreTrivial() {
        assertThat(new IsingRing(7, 2, 0).groundEnergy()).isCloseTo(-14, within(1e-13));
        assertThat(new IsingRing(7, 2, 0).gap()).isCloseTo(0, within(1e-13));
        assertThat(new IsingChain(7, 2, 0).groundEnergy()).isCloseTo(-12, within(1e-13));
        assertThat(new IsingChain(7, 2, 0).gap()).isCloseTo(0, within(1e-13));
        assertThat(new IsingChain(7, 0, 3).groundEnergy()).isCloseTo(-21, within(1e-13));
        assertThat(new IsingChain(1, 1, 3).groundEnergy()).isCloseTo(-3, within(1e-14));
    }

    @Test
    void aQuenchStartsFromTheGroundStateOfTheFieldBefore() {
        IsingRing ring = new IsingRing(40, 1, 1);
        assertThat(ring.transverseMagnetisation(Double.POSITIVE_INFINITY, 0)).isCloseTo(1, within(1e-14));
        // ⟨σˣ⟩ = −(1/N) dE/dh, by a central difference.
        double slope =
                (new IsingRing(40, 1, 0.5 + 1e-5).groundEnergy() - new IsingRing(40, 1, 0.5 - 1e-5).groundEnergy())
                        / 2e-5;
        assertThat(ring.transverseMagnetisation(0.5, 0)).isCloseTo(-slope / 40, within(1e-9));
        assertThat(ring.transverseMagnetisation(1, 3.7))
                .as("no quench")
                .isCloseTo(ring.transverseMagnetisation(1, 0), within(1e-14));
        // From all spins along +x, ⟨σˣ⟩ = 1 − 4 J² t² + ... on a ring: each site has two bonds.
        assertThat(ring.transverseMagnetisation(Double.POSITIVE_INFINITY, 1e-3)).isCloseTo(1 - 4e-6, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "4, -8",
        "8, -14.60437363575",
        "16, -28.56918544247",
        "20, -35.61754611951",
        "22, -39.14752260706",
        "40, -70.98609115333",
        "80, -141.84830459889",
        "100, -177.29182830037",
        "200, -354.53421300897"
    })
    void groundEnergiesOfTheHeisenbergRing(int n, double energy) {
        assertThat(new HeisenbergRing(n).groundEnergy()).isCloseTo(energy, within(1e-11 * n));
    }

    @Test
    void theHeisenbergRingOfSixHasTheEnergyOfItsQuadraticEquation() {
        // Σ S·S has the ground energy −(2 + √13)/2.
        assertThat(new HeisenbergRing(6).groundEnergy()).isCloseTo(-2 * (2 + Math.sqrt(13)), within(1e-12));
    }

    @Test
    void whatHasNoSolutionHereIsRefused() {
        assertThatThrownBy(() -> new HeisenbergRing(7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("even number of sites from 4 on, got 7");
        assertThatThrownBy(() -> new IsingRing(1, 1, 1)).hasMessageContaining("at least 2 sites, got 1");
        assertThatThrownBy(() -> new IsingRing(4, -1, 1)).hasMessageContaining("must be positive, got -1.0");
        assertThatThrownBy(() -> new IsingRing(4, 1, Double.NaN)).hasMessageContaining("at least 0, got NaN");
        assertThatThrownBy(() -> new IsingChain(0, 1, 1)).hasMessageContaining("at least 1 site, got 0");
    }
}
