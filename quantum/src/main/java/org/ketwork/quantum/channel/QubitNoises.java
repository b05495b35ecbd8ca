package org.ketwork.quantum.channel;

import static org.ketwork.quantum.channel.Decision.yesIf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.channel.NoiseTable.Entry;
import org.ketwork.quantum.noise.AmplitudeDamping;
import org.ketwork.quantum.noise.BitFlip;
import org.ketwork.quantum.noise.GeneralizedAmplitudeDamping;
import org.ketwork.quantum.noise.PhaseDamping;
import org.ketwork.quantum.noise.PhaseFlip;
import org.ketwork.quantum.noise.Reset;
import org.ketwork.quantum.noise.ThermalRelaxation;
import org.ketwork.quantum.operator.Pauli;

/** The entries of {@link NoiseTable} for noises of a single qubit. */
final class QubitNoises {
    private QubitNoises() {}

    static final Entry<PhaseFlip> PHASE_FLIP = new Entry<>(
            "phase flip",
            PhaseFlip.class,
            "rho -> (1 - p) rho + p Z rho Z",
            n -> List.of(
                    ComplexMatrix.identity(2).scale(Math.sqrt(1 - n.flip())),
                    Pauli.Z.matrix().scale(Math.sqrt(n.flip()))),
            (n, rho) -> populationsAndCoherences(rho, 0, 0, 1 - 2 * n.flip()),
            n -> Optional.of(BlochMap.alongAxes(1 - 2 * n.flip(), 1 - 2 * n.flip(), 1, 0)),
            n -> yesIf(n.flip() == 0.5),
            List.of(new PhaseFlip(0), new PhaseFlip(0.2), new PhaseFlip(0.5), new PhaseFlip(1)));

    static final Entry<PhaseDamping> PHASE_DAMPING = new Entry<>(
            "phase damping",
            PhaseDamping.class,
            "coherences shrink by sqrt(1 - lambda)",
            n -> List.of(real(1, 0, 0, Math.sqrt(1 - n.lambda())), real(0, 0, 0, Math.sqrt(n.lambda()))),
            (n, rho) -> populationsAndCoherences(rho, 0, 0, Math.sqrt(1 - n.lambda())),
            n -> Optional.of(BlochMap.alongAxes(Math.sqrt(1 - n.lambda()), Math.sqrt(1 - n.lambda()), 1, 0)),
            n -> yesIf(n.lambda() == 1),
            List.of(new PhaseDamping(0), new PhaseDamping(0.36), new PhaseDamping(1)));

    static final Entry<BitFlip> BIT_FLIP = new Entry<>(
            "bit flip",
            BitFlip.class,
            "rho -> (1 - p) rho + p X rho X",
            n -> List.of(
                    ComplexMatrix.identity(2).scale(Math.sqrt(1 - n.flip())),
                    Pauli.X.matrix().scale(Math.sqrt(n.flip()))),
            (n, rho) -> {
                ComplexMatrix image = ComplexMatrix.zeros(2, 2);
                for (int i = 0; i < 2; i++) {
                    for (int j = 0; j < 2; j++) {
                        image.set(
                                i,
                                j,
                                (1 - n.flip()) * rho.re().get(i, j)
                                        + n.flip() * rho.re().get(1 - i, 1 - j),
                                (1 - n.flip()) * rho.im().get(i, j)
                                        + n.flip() * rho.im().get(1 - i, 1 - j));
                    }
                }
                return image;
            },
            n -> Optional.of(BlochMap.alongAxes(1, 1 - 2 * n.flip(), 1 - 2 * n.flip(), 0)),
            n -> yesIf(n.flip() == 0.5),
            List.of(new BitFlip(0), new BitFlip(0.3), new BitFlip(0.5), new BitFlip(1)));

    static final Entry<AmplitudeDamping> AMPLITUDE_DAMPING = new Entry<>(
            "amplitude damping",
            AmplitudeDamping.class,
            "|1> decays to |0> with probability gamma",
            n -> decay(n.gamma(), 0),
            (n, rho) -> populationsAndCoherences(rho, 0, n.gamma(), Math.sqrt(1 - n.gamma())),
            n -> Optional.of(
                    BlochMap.alongAxes(Math.sqrt(1 - n.gamma()), Math.sqrt(1 - n.gamma()), 1 - n.gamma(), n.gamma())),
            n -> yesIf(n.gamma() == 1),
            List.of(new AmplitudeDamping(0), new AmplitudeDamping(0.3), new AmplitudeDamping(1)));

    static final Entry<GeneralizedAmplitudeDamping> GENERALIZED_AMPLITUDE_DAMPING = new Entry<>(
            "generalised amplitude damping",
            GeneralizedAmplitudeDamping.class,
            "|1> decays with gamma (1 - q), |0> is excited with gamma q",
            n -> decay(n.gamma(), n.excitation()),
            (n, rho) -> populationsAndCoherences(
                    rho, n.gamma() * n.excitation(), n.gamma() * (1 - n.excitation()), Math.sqrt(1 - n.gamma())),
            n -> Optional.of(BlochMap.alongAxes(
                    Math.sqrt(1 - n.gamma()),
                    Math.sqrt(1 - n.gamma()),
                    1 - n.gamma(),
                    n.gamma() * (1 - 2 * n.excitation()))),
            n -> yesIf(n.gamma() * n.gamma() * n.excitation() * (1 - n.excitation()) >= 1 - n.gamma()),
            List.of(
                    new GeneralizedAmplitudeDamping(0.4, 0.1),
                    new GeneralizedAmplitudeDamping(0.828, 0.5),
                    new GeneralizedAmplitudeDamping(0.829, 0.5),
                    new GeneralizedAmplitudeDamping(0.923, 0.1),
                    new GeneralizedAmplitudeDamping(0.924, 0.1)));

    static final Entry<ThermalRelaxation> THERMAL_RELAXATION = new Entry<>(
            "thermal relaxation",
            ThermalRelaxation.class,
            "populations relax with exp(-t/T1), coherences decay with exp(-t/T2)",
            QubitNoises::relaxation,
            (n, rho) -> {
                double gamma = -Math.expm1(-n.time() / n.t1());
                return populationsAndCoherences(
                        rho, gamma * n.excitation(), gamma * (1 - n.excitation()), Math.exp(-n.time() / n.t2()));
            },
            n -> Optional.of(BlochMap.alongAxes(
                    Math.exp(-n.time() / n.t2()),
                    Math.exp(-n.time() / n.t2()),
                    Math.exp(-n.time() / n.t1()),
                    (1 - 2 * n.excitation()) * -Math.expm1(-n.time() / n.t1()))),
            n -> {
                double gamma = -Math.expm1(-n.time() / n.t1());
                return yesIf(gamma * Math.sqrt(n.excitation() * (1 - n.excitation())) >= Math.exp(-n.time() / n.t2()));
            },
            List.of(
                    new ThermalRelaxation(50, 70, 10),
                    new ThermalRelaxation(50, 100, 30, 0.2),
                    new ThermalRelaxation(1, 1, 0),
                    new ThermalRelaxation(1, 0.5, 4, 0.3)));

    static final Entry<Reset> RESET = new Entry<>(
            "reset",
            Reset.class,
            "rho -> (1 - a - b) rho + a |0><0| + b |1><1|",
            n -> List.of(
                    ComplexMatrix.identity(2).scale(Math.sqrt(Math.max(0, 1 - n.toZero() - n.toOne()))),
                    real(Math.sqrt(n.toZero()), 0, 0, 0),
                    real(0, Math.sqrt(n.toZero()), 0, 0),
                    real(0, 0, Math.sqrt(n.toOne()), 0),
                    real(0, 0, 0, Math.sqrt(n.toOne()))),
            (n, rho) -> {
                ComplexMatrix image = rho.scale(1 - n.toZero() - n.toOne());
                double[] fresh = {n.toZero(), n.toOne()};
                for (int i = 0; i < 2; i++) {
                    image.set(
                            i,
                            i,
                            image.re().get(i, i) + fresh[i] * rho.traceRe(),
                            image.im().get(i, i) + fresh[i] * rho.traceIm());
                }
                return image;
            },
            n -> {
                double left = 1 - n.toZero() - n.toOne();
                return Optional.of(BlochMap.alongAxes(left, left, left, n.toZero() - n.toOne()));
            },
            n -> {
                double left = 1 - n.toZero() - n.toOne();
                return yesIf(n.toZero() * n.toOne() >= left * left);
            },
            List.of(new Reset(0.2, 0.1), new Reset(0, 0), new Reset(0.4, 0.4), new Reset(1, 0), new Reset(0.3, 0.3)));

    /**
     * Populations exchanged at rates up (from |0⟩ to |1⟩) and down, coherences multiplied by a factor. All relaxations of a qubit
     * along z are of this form.
     */
    private static ComplexMatrix populationsAndCoherences(ComplexMatrix rho, double up, double down, double coherence) {
        ComplexMatrix image = ComplexMatrix.zeros(2, 2);
        Matrix re = rho.re();
        Matrix im = rho.im();
        image.set(0, 0, (1 - up) * re.get(0, 0) + down * re.get(1, 1), (1 - up) * im.get(0, 0) + down * im.get(1, 1));
        image.set(1, 1, up * re.get(0, 0) + (1 - down) * re.get(1, 1), up * im.get(0, 0) + (1 - down) * im.get(1, 1));
        image.set(0, 1, coherence * re.get(0, 1), coherence * im.get(0, 1));
        image.set(1, 0, coherence * re.get(1, 0), coherence * im.get(1, 0));
        return image;
    }

    private static List<ComplexMatrix> decay(double gamma, double excitation) {
        double down = Math.sqrt(1 - excitation);
        double up = Math.sqrt(excitation);
        double stay = Math.sqrt(1 - gamma);
        List<ComplexMatrix> operators = new ArrayList<>();
        operators.add(real(down, 0, 0, down * stay));
        operators.add(real(0, down * Math.sqrt(gamma), 0, 0));
        if (excitation > 0) {
            operators.add(real(up * stay, 0, 0, up));
            operators.add(real(0, 0, up * Math.sqrt(gamma), 0));
        }
        return operators;
    }

    /** Amplitude damping for T1, then the phase damping that T2 asks for beyond it. */
    private static List<ComplexMatrix> relaxation(ThermalRelaxation n) {
        double gamma = -Math.expm1(-n.time() / n.t1());
        double pure = Math.exp(n.time() / (2 * n.t1()) - n.time() / n.t2());
        List<ComplexMatrix> operators = new ArrayList<>();
        for (ComplexMatrix k : decay(gamma, n.excitation())) {
            operators.add(real(1, 0, 0, pure).times(k));
            operators.add(real(0, 0, 0, Math.sqrt(Math.max(0, 1 - pure * pure))).times(k));
        }
        return operators;
    }

    private static ComplexMatrix real(double a, double b, double c, double d) {
        return ComplexMatrix.real(Matrix.of(new double[] {a, b}, new double[] {c, d}));
    }
}
