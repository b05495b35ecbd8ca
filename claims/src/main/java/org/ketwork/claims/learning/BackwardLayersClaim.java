package org.ketwork.claims.learning;

import static org.ketwork.lab.claim.Wording.text;

import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.neural.derivative.BackwardLayers;
import org.ketwork.neural.derivative.Derivatives;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.NetworkBuilder;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.channel.Channels;
import org.ketwork.quantum.operator.PauliString;

/** Back-propagation composed out of backward layers, against differences, transposes, shifts and the adjoint channel. */
public final class BackwardLayersClaim implements Claim {
    private static final double EXACT = 1e-12;
    private static final double DIFFERENCE = 1e-6;
    private static final double H = 1e-5;
    private static final int WIDTH = 8;
    private static final int DEEPEST = 12;

    private static final Declaration DECLARATION = new Declaration(
            "backward-layers",
            "Back-propagation is the sequential application of backward layers.",
            "founding document 003, equations (6) and (7)",
            "Layer Lᵢ linearised at the forward pass has the transpose Lᵢᵀ; the gradient is Fᵀ(g) = L₀ᵀ(L₁ᵀ(… L_Nᵀ(g))). The backward"
                    + " layer of a quantum channel E is its adjoint F, tr(σE(ρ)) = tr(F(σ)ρ).",
            List.of(
                    new Prediction(
                            "gradient",
                            "backward layers from the last to the first give the gradient of every activation of the table, masks on",
                            "the derivative along a direction, half gradient and half random, misses the central difference, step 1e-5, by 1e-6 of its size"),
                    new Prediction(
                            "transpose",
                            "each backward layer is the transpose of the tangent map of the whole",
                            "⟨Jv, u⟩ and ⟨v, Jᵀu⟩ differ by more than 1e-12 |Jv| |u|"),
                    new Prediction(
                            "circuit",
                            "the same composition through unitary layers gives the gradient of a circuit",
                            "it differs from the parameter-shift rule by more than 1e-12"),
                    new Prediction(
                            "channel",
                            "the backward layers of dissipative quantum layers, composed, are the adjoint of the composed channel",
                            "tr(σE(ρ)) and tr(F(σ)ρ) differ by more than 1e-12"),
                    new Prediction(
                            "shrink",
                            "through L sigmoid layers with |w| ≤ 1 a signal shrinks at least by 4⁻ᴸ",
                            "any sampled chain passes on more than 4⁻ᴸ")),
            List.of(
                    new Control(
                            "mutated-order",
                            "the same backward layers composed from the first to the last must miss the gradient by more than 1%"),
                    new Control(
                            "mutated-channel-order",
                            "the backward layers of the channels in the wrong order must miss by more than 1%"),
                    new Control(
                            "wrong-gradient",
                            "a gradient with one entry off by 0.1% must fail the central difference that the true one passes")),
            0.01,
            "Trust nothing that rests on a gradient before these checks pass for the layers in use. Do not stack saturating layers"
                    + " deeper than the precision of the signal allows: a factor 1/4 per sigmoid layer at the very best.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        FixedVector.enter(evidence);
        double gradientGap = networks(evidence, conditions.random());
        double circuitGap = circuit(evidence, conditions.random().at("circuit").stream());
        channels(evidence, conditions.random().at("channel").stream());
        shrinking(evidence, conditions);
        return evidence.conclude(text(
                "Backward layers from last to first differ by at most %.1e from central differences of a network and by %.1e from the"
                        + " parameter shift of a circuit.",
                gradientGap, circuitGap));
    }

    private static double networks(Evidence.Builder evidence, RandomAddress random) {
        double gap = 0;
        double transposeGap = 0;
        double orderMiss = Double.POSITIVE_INFINITY;
        double wrongMiss = Double.POSITIVE_INFINITY;
        for (Activation activation : Activation.values()) {
            RandomStream stream = random.at("network").at(activation.ordinal()).stream();
            Network network = Network.ofInputs(WIDTH)
                    .dense(WIDTH)
                    .activation(activation)
                    .masked(Masking.inverted(new Bernoulli(0.8)))
                    .dense(WIDTH)
                    .activation(activation)
                    .layerNorm()
                    .dense(WIDTH)
                    .build();
            // Fresh biases are zero, where a rectifier behind dropped units would sit exactly on its kink.
            Parameters parameters = new Parameters(
                    network,
                    normals(stream, 1, network.parameterCount()).scale(0.5).data());
            Matrix x = normals(stream, 2, WIDTH);
            Matrix signal = normals(stream, 2, WIDTH);
            Pass pass = Pass.masked(random.at("masks"), activation.ordinal());
            BackwardLayers backward = new BackwardLayers(parameters, x, pass);

            double[] gradient = backward.gradient(signal);
            // Half of the direction is the gradient itself, so that the derivative along it is not small by chance.
            double[] direction = unit(
                    sum(unit(gradient), unit(normals(stream, 1, gradient.length).data())));
            double difference = (overlap(signal, parameters, direction, H, x, pass)
                            - overlap(signal, parameters, direction, -H, x, pass))
                    / (2 * H);
            gap = Math.max(gap, distance(dot(gradient, direction), difference));
            int steepest = IntStream.range(0, gradient.length)
                    .reduce(
                            0,
                            (a, b) -> Math.abs(gradient[a] * direction[a]) > Math.abs(gradient[b] * direction[b])
                                    ? a
                                    : b);
            double wrong = dot(gradient, direction) + 1e-3 * gradient[steepest] * direction[steepest];
            wrongMiss = Math.min(wrongMiss, distance(wrong, difference));

            Matrix v = normals(stream, 2, WIDTH);
            int[] order = IntStream.range(0, backward.count()).toArray();
            int[] reversed = IntStream.range(0, backward.count())
                    .map(i -> backward.count() - 1 - i)
                    .toArray();
            Matrix pulled = backward.compose(signal, reversed);
            Matrix tangent = new Derivatives(parameters, x, pass).inputJacobianVector(v);
            double gapOfProducts = dot(v.data(), pulled.data()) - dot(tangent.data(), signal.data());
            double size = tangent.frobeniusNorm() * signal.frobeniusNorm();
            transposeGap = Math.max(transposeGap, Math.abs(gapOfProducts) / size);
            Matrix mutated = backward.compose(signal, order);
            orderMiss = Math.min(orderMiss, mutated.minus(pulled).frobeniusNorm() / pulled.frobeniusNorm());
        }
        int tables = Activation.values().length;
        evidence.finding(
                "gradient", gap < DIFFERENCE, "largest relative gap " + gap + " over " + tables + " activations");
        evidence.finding("transpose", transposeGap < EXACT, "largest relative gap " + transposeGap);
        evidence.control("mutated-order", orderMiss > 0.01, "smallest relative miss " + orderMiss);
        evidence.control(
                "wrong-gradient", wrongMiss > DIFFERENCE, "smallest relative gap of the wrong gradient " + wrongMiss);
        return gap;
    }

    private static double circuit(Evidence.Builder evidence, RandomStream stream) {
        RotationCircuit circuit = new RotationCircuit(
                List.of("XII", "IYI", "IIX", "ZZI", "IYY", "XIX", "IZZ", "YII", "IXI").stream()
                        .map(PauliString::of)
                        .toList(),
                PauliString.of("ZIZ"));
        double[] angles = normals(stream, 1, circuit.rotations().size()).data();
        double[] back = circuit.backPropagated(angles);
        double[] shift = circuit.parameterShift(angles);
        double gap = 0;
        for (int l = 0; l < angles.length; l++) {
            gap = Math.max(gap, Math.abs(back[l] - shift[l]));
        }
        evidence.finding(
                "circuit", gap < EXACT, "largest gap " + gap + " over " + angles.length + " angles of three qubits");
        return gap;
    }

    private static void channels(Evidence.Builder evidence, RandomStream stream) {
        List<DissipativeLayer> layers = IntStream.range(0, 4)
                .mapToObj(i -> DissipativeLayer.random(stream))
                .toList();
        ComplexMatrix noise = ComplexMatrix.of(normals(stream, 2, 2), normals(stream, 2, 2));
        ComplexMatrix rho = noise.times(noise.adjoint());
        ComplexMatrix sigma =
                ComplexMatrix.of(normals(stream, 2, 2), normals(stream, 2, 2)).hermitianPart();
        ComplexMatrix forward = rho;
        ComplexMatrix mutated = sigma;
        double layerGap = 0;
        for (DissipativeLayer layer : layers) {
            forward = layer.channel().map(forward);
            mutated = layer.backward(mutated);
            ComplexMatrix adjoint = Channels.adjoint(layer.channel()).map(sigma);
            layerGap = Math.max(layerGap, adjoint.minus(layer.backward(sigma)).maxAbs());
        }
        ComplexMatrix backward = sigma;
        for (DissipativeLayer layer : layers.reversed()) {
            backward = layer.backward(backward);
        }
        double expected = sigma.times(forward).traceRe();
        double gap = Math.max(layerGap, Math.abs(backward.times(rho).traceRe() - expected));
        double miss = mutated.minus(backward).frobeniusNorm() / backward.frobeniusNorm();
        evidence.finding("channel", gap < EXACT, "largest gap " + gap + " over four layers");
        evidence.control("mutated-channel-order", miss > 0.01, "relative miss " + miss);
    }

    private static void shrinking(Evidence.Builder evidence, Conditions conditions) {
        int chains = conditions.size().choose(200, 2_000, 20_000);
        double[] depth = new double[DEEPEST];
        double[] largest = new double[DEEPEST];
        double[] bound = new double[DEEPEST];
        boolean holds = true;
        for (int length = 1; length <= DEEPEST; length++) {
            NetworkBuilder builder = Network.ofInputs(1);
            for (int i = 0; i < length; i++) {
                builder.denseWithoutBias(1).activation(Activation.SIGMOID);
            }
            Network network = builder.build();
            RandomStream stream = conditions.random().at("chain").at(length).stream();
            depth[length - 1] = length;
            bound[length - 1] = Math.pow(4, -length);
            for (int chain = 0; chain < chains; chain++) {
                double[] weights = new double[length];
                for (int i = 0; i < length; i++) {
                    weights[i] = 2 * stream.nextDouble() - 1;
                }
                Matrix x = Matrix.of(new double[] {stream.nextNormal()});
                double slope = new Derivatives(new Parameters(network, weights), x, Pass.unmasked())
                        .inputVectorJacobian(Matrix.of(new double[] {1}))
                        .get(0, 0);
                largest[length - 1] = Math.max(largest[length - 1], Math.abs(slope));
            }
            holds &= largest[length - 1] <= bound[length - 1];
        }
        evidence.finding("shrink", holds, chains + " random chains at each depth from 1 to " + DEEPEST);
        evidence.figure(new Figure.Curves(
                "backward-layers-shrink",
                "What is left of a signal after L sigmoid backward layers: the largest over random chains, and the bound 4⁻ᴸ.",
                Figure.Axis.linear("sigmoid layers L"),
                Figure.Axis.log("|∂o/∂x|"),
                List.of(
                        Figure.Curve.points("largest of the random chains", depth, largest),
                        Figure.Curve.line("bound", depth, bound)),
                List.of()));
    }

    /** The overlap of the outputs with a signal, at parameters moved along a direction. */
    private static double overlap(
            Matrix signal, Parameters parameters, double[] direction, double h, Matrix x, Pass pass) {
        Parameters moved = parameters.copy();
        for (int i = 0; i < direction.length; i++) {
            moved.values()[i] += h * direction[i];
        }
        return dot(moved.network().apply(moved, x, pass).data(), signal.data());
    }

    private static Matrix normals(RandomStream stream, int rows, int columns) {
        Matrix result = Matrix.zeros(rows, columns);
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = stream.nextNormal();
        }
        return result;
    }

    private static double[] sum(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    private static double[] unit(double[] v) {
        return Matrix.wrap(1, v.length, v).scale(1 / Math.sqrt(dot(v, v))).data();
    }

    private static double distance(double value, double reference) {
        return Math.abs(value - reference) / Math.abs(reference);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
