package org.ketwork.bridge.decoherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.bridge.ensemble.SubNetworkEnsemble;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlindMaskLaw;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.DropBlock;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.RandomPhase;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.channel.ChannelProperties;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.channel.SchurMatrix;
import org.ketwork.quantum.noise.SchurNoise;
import org.ketwork.quantum.state.Ket;

class MaskChannelTest {
    private static final Ket PSI = Ket.normalised(1, 2, 3, 4);

    @Test
    void independentDropoutIsDephasingWithCoherenceP() {
        assertThat(MaskChannel.of(new Bernoulli(0.7), 4)
                        .coherence()
                        .minus(SchurNoise.uniform(4, 0.7).coherence())
                        .maxAbs())
                .isLessThan(1e-15);
    }

    @Test
    void everyBlindLawIsAChannelAndGaussianMasksInduceTheSameOne() {
        for (BlindMaskLaw law : List.<BlindMaskLaw>of(
                new Bernoulli(0.7),
                BlockTied.consecutive(0.4, 4, 2),
                new KOfD(2, 4),
                new DropBlock(0.6, 2, 2, 2),
                new GaussianMask(0.5),
                RandomPhase.ofCoherence(0.3))) {
            SchurNoise noise = MaskChannel.of(law, 4);
            SchurMatrix channel = SchurMatrix.of(noise);
            assertThat(ChannelProperties.isCompletelyPositive(channel))
                    .as(law.describe())
                    .isTrue();
            assertThat(ChannelProperties.isTracePreserving(channel)).isTrue();
            assertThat(ChannelProperties.isUnital(channel)).isTrue();
            ComplexMatrix back =
                    MaskChannel.of(MaskChannel.gaussianMasks(noise), 4).coherence();
            assertThat(back.minus(noise.coherence()).maxAbs())
                    .as(law.describe())
                    .isLessThan(1e-12);
            ComplexMatrix real =
                    MaskChannel.of(MaskChannel.realGaussianMasks(noise), 4).coherence();
            assertThat(real.minus(noise.coherence()).maxAbs()).isLessThan(1e-12);
        }
    }

    @Test
    void maskingTakenLiterallyIsTheSchurChannel() {
        for (MaskTable law :
                List.of(MaskTable.bernoulli(4, 0.7), MaskTable.blocks(0.6, 0, 1, 1, 0), MaskTable.kOfD(4, 3))) {
            ComplexMatrix enumerated = MaskedAmplitudes.normalisedOnce(PSI, law).densityMatrix();
            SchurMatrix schur = SchurMatrix.of(MaskChannel.of(law.moments()));
            Kraus kraus = MaskChannel.kraus(law);
            ComplexMatrix rho = PSI.density().matrix();
            assertThat(schur.map(rho).minus(enumerated).maxAbs()).isLessThan(1e-15);
            assertThat(kraus.map(rho).minus(enumerated).maxAbs()).isLessThan(1e-15);
        }
    }

    @Test
    void normalisingEachMaskIsNotDephasingWithP() {
        double[][] rows = {
            {2, 0.5, 1.0 / 3}, {4, 0.5, 17.0 / 45}, {4, 0.7, 0.607621736062103}, {8, 0.5, 0.430812324929972}
        };
        for (double[] row : rows) {
            int d = (int) row[0];
            double[] ones = new double[d];
            Arrays.fill(ones, 1);
            SubNetworkEnsemble rho =
                    MaskedAmplitudes.normalisedEach(Ket.normalised(ones), MaskTable.bernoulli(d, row[1]));
            assertThat(MaskedAmplitudes.uniformFactorNormalisedEach(d, row[1])).isEqualTo(row[2], within(1e-14));
            assertThat(rho.densityMatrix().re().get(0, 1) * d).isEqualTo(row[2], within(1e-14));
        }
        SubNetworkEnsemble rho = MaskedAmplitudes.normalisedEach(PSI, MaskTable.bernoulli(4, 0.7));
        assertThat(rho.purity()).isEqualTo(0.536371120153247, within(1e-13));
        assertThat(Math.abs(rho.densityMatrix().re().get(0, 0) - 1.0 / 30)).isGreaterThan(0.01);
    }
}
