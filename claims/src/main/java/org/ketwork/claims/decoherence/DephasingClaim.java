package org.ketwork.claims.decoherence;

import static org.ketwork.lab.claim.Wording.text;

import java.util.List;
import org.ketwork.bridge.decoherence.MaskChannel;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.decoherence.MaskedAmplitudes;
import org.ketwork.bridge.ensemble.SubNetworkEnsemble;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.channel.ChannelProperties;
import org.ketwork.quantum.channel.SchurMatrix;
import org.ketwork.quantum.state.Ket;

/** Masked amplitudes, averaged over masks and normalised once, against the Schur channel of the mask law. */
public final class DephasingClaim implements Claim {
    private static final double EXACT = 1e-12;
    private static final double ALPHA = 1e-3;
    private static final Ket PSI = DephasingGoldens.PSI;
    private static final List<TabulatedLaw> LAWS = List.of(
            new TabulatedLaw(new Bernoulli(0.7), MaskTable.bernoulli(4, 0.7)),
            new TabulatedLaw(new Bernoulli(0.2), MaskTable.bernoulli(4, 0.2)),
            new TabulatedLaw(new BlockTied(0.6, new int[] {0, 1, 1, 0}), MaskTable.blocks(0.6, 0, 1, 1, 0)),
            new TabulatedLaw(new KOfD(1, 4), MaskTable.kOfD(4, 1)),
            new TabulatedLaw(new KOfD(3, 4), MaskTable.kOfD(4, 3)));

    private static final Declaration DECLARATION = new Declaration(
            "dephasing",
            "Dropout of amplitudes is a dephasing channel, and the keep probability is its coherence factor.",
            "founding document 000, dropout and quantum decoherence",
            "Masks m with second moment M = E[mm†], C = M/E|m|²: E[diag(m) ρ diag(m)†]/tr = C∘ρ. Independent 0/1 masks:"
                    + " C = pJ + (1−p)I, ρ → pρ + (1−p)Δ(ρ). Density matrix b1: masked amplitudes, normalised once.",
            List.of(
                    new Prediction(
                            "one-channel",
                            "summation over all masks, one Kraus operator a mask, and the Schur matrix of the law give one state",
                            "any entry differs by more than 1e-12 for any law of the table"),
                    new Prediction(
                            "coherence-is-p",
                            "independent masks multiply every off-diagonal entry by p",
                            "the factor differs from p by more than 1e-12 on a grid of p"),
                    new Prediction(
                            "a-channel",
                            "the map is completely positive, trace preserving and unital for every law",
                            "any of the three fails"),
                    new Prediction(
                            "sampled",
                            "sampled masks show the same factor",
                            "the t-test of the mean of mᵢmⱼ/p against p rejects at the level of the claim")),
            List.of(
                    new Control(
                            "normalised-each",
                            "normalising every masked state by itself (b2) must be seen to be another map: factor 17/45, not 1/2"),
                    new Control(
                            "not-positive",
                            "equal coherence −0.6 of three units, which is not positive, must be refused by the channel test"),
                    new Control(
                            "loss-is-not-dephasing",
                            "independent loss of one excitation over three modes must be seen to keep their relative coherence at 1")),
            ALPHA,
            "Read the keep probability as a coherence: to keep pairs of units coherent, tie their masks; to compare noise on a"
                    + " network with noise on a qubit, compare p with the off-diagonal factor. Print whether states were normalised"
                    + " once (b1) or each (b2).");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        DephasingGoldens.enter(evidence);

        double gap = 0;
        boolean channel = true;
        ComplexMatrix rho = PSI.density().matrix();
        for (TabulatedLaw law : LAWS) {
            SchurMatrix schur = SchurMatrix.of(MaskChannel.of(law.closed(), 4));
            ComplexMatrix summed =
                    MaskedAmplitudes.normalisedOnce(PSI, law.table()).densityMatrix();
            ComplexMatrix literal = MaskChannel.kraus(law.table()).map(rho);
            gap = Math.max(gap, schur.map(rho).minus(summed).maxAbs());
            gap = Math.max(gap, literal.minus(summed).maxAbs());
            channel &= ChannelProperties.isCompletelyPositive(schur)
                    && ChannelProperties.isTracePreserving(schur)
                    && ChannelProperties.isUnital(schur);
        }
        evidence.finding("one-channel", gap <= EXACT, "largest gap " + gap + " over " + LAWS.size() + " laws");
        evidence.finding("a-channel", channel, LAWS.size() + " laws tested on their Choi matrices");

        double[] grid = new double[19];
        double[] once = new double[19];
        double[] each = new double[19];
        double factorGap = 0;
        for (int k = 0; k < grid.length; k++) {
            grid[k] = 0.05 * (k + 1);
            MaskTable law = MaskTable.bernoulli(4, grid[k]);
            SubNetworkEnsemble b1 = MaskedAmplitudes.normalisedOnce(PSI, law);
            once[k] = b1.purity();
            each[k] = MaskedAmplitudes.normalisedEach(PSI, law).purity();
            double factor = b1.densityMatrix().re().get(1, 3) / rho.re().get(1, 3);
            factorGap = Math.max(factorGap, Math.abs(factor - grid[k]));
        }
        evidence.finding("coherence-is-p", factorGap <= EXACT, "largest distance of the factor from p: " + factorGap);

        TestResult sampled = sampledFactor(conditions);
        evidence.test("sampled coherence against p = 0.7", sampled, ALPHA);
        evidence.finding(
                "sampled", !sampled.rejects(ALPHA), "mean minus p " + sampled.effect() + ", p-value " + sampled.p());

        double b2 = MaskedAmplitudes.normalisedEach(Ket.normalised(1, 1, 1, 1), MaskTable.bernoulli(4, 0.5))
                        .densityMatrix()
                        .re()
                        .get(0, 1)
                * 4;
        evidence.control(
                "normalised-each", Math.abs(b2 - 17.0 / 45) < EXACT && Math.abs(b2 - 0.5) > 0.1, "factor " + b2);
        SchurMatrix broken = new SchurMatrix(ComplexMatrix.real(DephasingGoldens.equicorrelation(3, -0.6)));
        evidence.control(
                "not-positive",
                !ChannelProperties.isCompletelyPositive(broken),
                "Choi negativity " + ChannelProperties.choiNegativity(broken));

        double kept = DephasingGoldens.relativeCoherenceUnderLoss();
        evidence.control("loss-is-not-dephasing", Math.abs(kept - 1) < EXACT, "relative coherence " + kept);

        evidence.figure(new Figure.Curves(
                "dephasing-purity",
                "Purity of the masked state (1,2,3,4) against the keep probability: normalised once it is the dephased state,"
                        + " normalised each it is not.",
                Figure.Axis.linear("keep probability p"),
                Figure.Axis.linear("purity Tr ρ²"),
                List.of(
                        Figure.Curve.line("normalised once (b1)", grid, once),
                        Figure.Curve.line("normalised each (b2)", grid, each)),
                List.of()));
        evidence.figure(new Figure.HeatMap(
                "dephasing-state",
                "The state (1,2,3,4) after dropout with p = 0.7: diagonal untouched, coherences times 0.7.",
                MaskedAmplitudes.normalisedOnce(PSI, MaskTable.bernoulli(4, 0.7))
                        .densityMatrix()
                        .re(),
                List.of("1", "2", "3", "4"),
                List.of("1", "2", "3", "4")));
        return evidence.conclude(text(
                "Three routes to the masked state agree to %.1e for %d mask laws, and the coherence factor is p to %.1e.",
                gap, LAWS.size(), factorGap));
    }

    private static TestResult sampledFactor(Conditions conditions) {
        int samples = conditions.size().choose(20_000, 200_000, 2_000_000);
        double[] products = new double[samples];
        Bernoulli law = new Bernoulli(0.7);
        for (int t = 0; t < samples; t++) {
            double[] mask = law.sample(conditions.random().at("mask").at(t), 4);
            products[t] = mask[1] * mask[3] / 0.7;
        }
        return PairedTests.t(products, 0.7, Alternative.TWO_SIDED);
    }
}
