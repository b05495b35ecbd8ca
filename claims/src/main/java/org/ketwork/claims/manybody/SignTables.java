package org.ketwork.claims.manybody;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.spectrum.AverageSign;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import org.ketwork.quantum.spectrum.ExactState;
import org.ketwork.quantum.spectrum.SignStructure;

/** Exact levels, signs and entanglement of frustrated magnets, against published digits and ones computed apart. */
final class SignTables {
    /** The digits of energies, of what has six decimals, and of what was printed with fewer, half a unit of the last and rounding. */
    private static final double NINE = 5.1e-10;

    private static final double EIGHT = 5.1e-9;
    private static final double SIX = 5.1e-7;
    private static final double[] BETAS = {1, 2, 4, 8};

    /**
     * A ring.
     *
     * @param weight against Marshall's rule
     * @param weightDigits its tolerance
     */
    private record Ring(
            int sites,
            double j2,
            double energy,
            double gap,
            double weight,
            double weightDigits,
            double half,
            double... signs) {}

    private static final List<Ring> RINGS = List.of(
            new Ring(8, 0, -3.651093409, .522674, 0, 1e-14, 1.051166, 1, 1, 1, 1),
            new Ring(8, .2, -3.350733220, .480013, 0, 1e-14, 1.055403, .903371, .586805, .179676, .021360),
            new Ring(8, 1, -4.128419064, .552646, .393552, SIX, 1.703048, .600513, .095827, .002572, 5e-6),
            new Ring(10, 0, -4.515446354, .423239, 0, 1e-14, 1.124102, 1, 1, 1, 1),
            new Ring(10, .2, -4.150963255, .382541, 2.66e-8, 5.1e-11, 1.128222, .883049, .526865, .131191, .009685),
            new Ring(10, 1, -5.010546279, .615028, .4057445, 5.1e-8, 1.794146, .555027, .063312, .000593, 0),
            new Ring(16, 0, -7.142296361, .270190, 0, 1e-14, 1.279649));

    /** A 4 x 4 torus: energy per site and weight against Marshall's rule. */
    private record Torus(double j2, double energy, double weight, double digits) {}

    private static final List<Torus> TORI = List.of(
            new Torus(0, -.70178020, 0, 1e-14),
            new Torus(.4, -.55114777, 4.4e-4, 5.1e-6),
            new Torus(.5, -.52862021, .0127, 5.1e-5),
            new Torus(.55, -.52359457, .0383, 5.1e-5),
            new Torus(.6, -.52589582, .102, 5.1e-4),
            new Torus(1, -.76846814, .468, 5.1e-4));

    private final Evidence.Builder evidence;
    private final Workers workers;
    private final List<Figure.Curve> curves = new ArrayList<>();

    SignTables(Evidence.Builder evidence, Workers workers) {
        this.evidence = evidence;
        this.workers = workers;
    }

    void enter() {
        RINGS.forEach(this::enter);
        evidence.number(
                "ring N = 14, J₂ = 0.2: energy",
                Diagonalisation.of(FrustratedMagnet.ring(14, .2).hamiltonian())
                        .solve(workers)
                        .groundEnergy(),
                -5.766004,
                SIX);
        degenerateRing();
        TORI.forEach(this::enter);
    }

    private void enter(Ring ring) {
        String name = "ring N = " + ring.sites + ", J₂ = " + ring.j2;
        FrustratedMagnet magnet = FrustratedMagnet.ring(ring.sites, ring.j2);
        ExactSpectrum spectrum =
                Diagonalisation.of(magnet.hamiltonian()).withLevels(2).solve(workers);
        ExactState ground = spectrum.state(0);
        evidence.number(name + ": energy", spectrum.groundEnergy(), ring.energy, NINE);
        evidence.number(name + ": gap", spectrum.energy(1) - spectrum.groundEnergy(), ring.gap, SIX);
        evidence.number(
                name + ": weight against Marshall",
                SignStructure.violatingWeight(ground, magnet.marshall()),
                ring.weight,
                ring.weightDigits);
        int[] half = IntStream.range(0, ring.sites / 2).toArray();
        evidence.number(name + ": entropy of a half", ground.schmidt(half).entropy(), ring.half, SIX);
        if (ring.signs.length > 0) {
            enterSigns(name, magnet, ring.signs);
        }
    }

    private void enterSigns(String name, FrustratedMagnet magnet, double... expected) {
        AverageSign sign = AverageSign.of(magnet.hamiltonian(), workers);
        for (int k = 0; k < BETAS.length; k++) {
            evidence.number(name + ": ⟨sign⟩ at β = " + (int) BETAS[k], sign.at(BETAS[k]), expected[k], SIX);
        }
        double[] beta = new double[33];
        double[] value = new double[33];
        for (int k = 0; k < beta.length; k++) {
            beta[k] = 0.25 * k;
            value[k] = sign.at(beta[k]);
        }
        curves.add(Figure.Curve.line(name, beta, value));
    }

    /** Majumdar and Ghosh's point: two ground states of exactly −3N/8. */
    private void degenerateRing() {
        FrustratedMagnet magnet = FrustratedMagnet.ring(8, .5);
        ExactSpectrum spectrum =
                Diagonalisation.of(magnet.hamiltonian()).withLevels(3).solve(workers);
        evidence.number("ring N = 8, J₂ = 0.5: energy", spectrum.groundEnergy(), -3, 1e-12);
        evidence.number("ring N = 8, J₂ = 0.5: second level", spectrum.energy(1), -3, 1e-12);
        enterSigns("ring N = 8, J₂ = 0.5", magnet, .771030, .244716, .011159, 3.8e-5);
    }

    private void enter(Torus torus) {
        String name = "torus 4 x 4, J₂ = " + torus.j2;
        FrustratedMagnet magnet = FrustratedMagnet.torus(4, torus.j2);
        // Among the states that are invariant under translations and the flip of all spins, 1/32 of all.
        SymmetrySector even =
                new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.translations(magnet.lattice())), 1);
        ExactSpectrum spectrum =
                Diagonalisation.of(magnet.hamiltonian()).in(even).solve(workers);
        evidence.number(name + ": energy per site", spectrum.groundEnergy() / 16, torus.energy, EIGHT);
        evidence.number(
                name + ": weight against Marshall",
                SignStructure.violatingWeight(spectrum.state(0), magnet.marshall()),
                torus.weight,
                torus.digits);
        if (torus.j2 == 1) {
            MarshallRotation stripes = magnet.stripes(0);
            evidence.number(
                    name + ": weight against stripes",
                    SignStructure.violatingWeight(spectrum.state(0), stripes),
                    .0221,
                    5.1e-5);
        }
    }

    /** ⟨sign⟩ against β. */
    Figure signs() {
        return new Figure.Curves(
                "average-sign",
                "The average sign of the path integral against the inverse temperature: 1 without frustration, exponentially small with it.",
                Figure.Axis.linear("inverse temperature β"),
                Figure.Axis.linear("average sign"),
                curves,
                List.of());
    }
}
