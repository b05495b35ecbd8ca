package org.ketwork.app.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.app.input.About;
import org.ketwork.app.input.ArrayFile;
import org.ketwork.app.input.FileIdentity;
import org.ketwork.lab.report.NumberText;
import org.ketwork.neural.mask.AdversarialDeletion;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.DropBlock;
import org.ketwork.neural.mask.GaussianCorrelated;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.MaskLaw;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.mask.Standout;
import org.ketwork.neural.mask.Targeted;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;

/** Builds the maskings of a spec, and keeps the identity of every file that one was read from. */
final class Masks {
    /** How far a matrix may be from symmetric and positive semidefinite: what rounding and decimal files do to it. */
    private static final double TOLERANCE = 1e-10;

    private final Path folder;
    private final List<FileIdentity> files = new ArrayList<>();

    /** @param folder where relative paths of the spec begin */
    Masks(Path folder) {
        this.folder = folder;
    }

    List<FileIdentity> files() {
        return List.copyOf(files);
    }

    Masking masking(TrainSpec.MaskSpec spec, int units) {
        spec.parameters();
        MaskLaw law = law(spec, units);
        return new Masking(law, scaling(spec, law instanceof RealMaskLaw), sharing(spec), whenAllDropped(spec));
    }

    private static Scaling scaling(TrainSpec.MaskSpec spec, boolean blind) {
        return spec.scaling().orElse(blind ? Scaling.INVERTED : Scaling.PLAIN);
    }

    private static Sharing sharing(TrainSpec.MaskSpec spec) {
        return spec.sharing().orElse(Sharing.PER_SAMPLE);
    }

    private static WhenAllDropped whenAllDropped(TrainSpec.MaskSpec spec) {
        return spec.whenAllDropped().orElse(WhenAllDropped.KEEP_NONE);
    }

    /** The mask and how it is applied, in a line. */
    static String line(TrainSpec.MaskSpec spec) {
        StringBuilder line = new StringBuilder("mask ").append(Words.of(spec.law()));
        spec.parameters()
                .forEach(
                        (key, value) -> line.append(' ').append(key).append(' ').append(value));
        return line.append(", ")
                .append(Words.of(scaling(spec, spec.law().blind())))
                .append(", ")
                .append(Words.of(sharing(spec)))
                .append(", ")
                .append(Words.of(whenAllDropped(spec)))
                .toString();
    }

    private MaskLaw law(TrainSpec.MaskSpec spec, int units) {
        return switch (spec.law()) {
            case BERNOULLI -> new Bernoulli(keep(spec));
            case GAUSSIAN -> new GaussianMask(keep(spec));
            case K_OF_D -> new KOfD(1, units).withKeepProbability(keep(spec));
            case BLOCK_TIED -> BlockTied.consecutive(keep(spec), units, Built.required(spec.block(), "mask.block"));
            case DROP_BLOCK ->
                new DropBlock(
                        keep(spec),
                        Built.required(spec.height(), "mask.height"),
                        Built.required(spec.width(), "mask.width"),
                        Built.required(spec.block(), "mask.block"));
            case GAUSSIAN_CORRELATED -> gaussianCorrelated(spec, units);
            case RANDOM_PHASE ->
                throw new IllegalArgumentException("random-phase masks are complex numbers e^{iφ}, which a network of"
                        + " real units cannot carry; gaussian-correlated masks with the same keep p and equal: p have"
                        + " the same coherence matrix");
            case STANDOUT ->
                new Standout(Built.required(spec.alpha(), "mask.alpha"), Built.required(spec.beta(), "mask.beta"));
            case TARGETED ->
                new Targeted(
                        Built.required(spec.fraction(), "mask.fraction"), Built.required(spec.drop(), "mask.drop"));
            case ADVERSARIAL -> adversarial(Built.required(spec.deletions(), "mask.deletions"), units);
        };
    }

    private static double keep(TrainSpec.MaskSpec spec) {
        return Built.required(spec.keep(), "mask.keep");
    }

    private static AdversarialDeletion adversarial(int deletions, int units) {
        if (deletions > units) {
            throw new IllegalArgumentException(
                    "mask.deletions must be at most the number of units, " + units + ", got " + deletions);
        }
        return new AdversarialDeletion(deletions);
    }

    private GaussianCorrelated gaussianCorrelated(TrainSpec.MaskSpec spec, int units) {
        double keep = keep(spec);
        if (spec.coherence().isPresent() == spec.equal().isPresent()) {
            throw new IllegalArgumentException(
                    "gaussian-correlated needs exactly one of mask.coherence, the file of the"
                            + " coherence matrix, and mask.equal, its value off the diagonal");
        }
        Matrix coherence = spec.coherence().isPresent()
                ? coherence(spec.coherence().get(), units)
                : equal(spec.equal().get(), units);
        requirePositive("the coherence matrix C", coherence, "");
        if (keep > 0) {
            requirePositive(
                    "the covariance C − pJ of the masks",
                    coherence.minus(Matrix.constant(units, units, keep)),
                    "; with this C, keep = p must be smaller than " + keep);
        }
        return new GaussianCorrelated(coherence, keep);
    }

    private Matrix coherence(String name, int units) {
        Path file = folder.resolve(name);
        NdArray array = ArrayFile.read(file, "coherence");
        if (array.rank() != 2 || array.length(0) != units || array.length(1) != units) {
            throw new InvalidInputException(file + ": the coherence matrix of " + units + " units must have the shape ["
                    + units + ", " + units + "], got " + Arrays.toString(array.shape()));
        }
        files.add(FileIdentity.of(file));
        return About.file(file, () -> symmetric(Matrix.wrap(units, units, array.data())));
    }

    private static Matrix symmetric(Matrix c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j <= i; j++) {
                if (!(Math.abs(c.get(i, j) - (i == j ? 1 : c.get(j, i))) <= TOLERANCE)) {
                    throw new InvalidInputException(
                            "a coherence matrix must be symmetric with ones on the diagonal, got " + c.get(i, j)
                                    + " in row " + i + ", column " + j
                                    + (i == j ? "" : " and " + c.get(j, i) + " across the diagonal"));
                }
            }
        }
        return c;
    }

    private static Matrix equal(double value, int units) {
        Matrix c = Matrix.constant(units, units, value);
        for (int i = 0; i < units; i++) {
            c.set(i, i, 1);
        }
        return c;
    }

    private static void requirePositive(String what, Matrix matrix, String advice) {
        for (double entry : matrix.data()) {
            if (!Double.isFinite(entry)) {
                throw new IllegalArgumentException(what + " must be finite, got " + entry);
            }
        }
        double smallest = SymmetricEigen.values(matrix)[0];
        if (smallest < -TOLERANCE * Math.max(1, matrix.rows())) {
            throw new IllegalArgumentException(what + " must be positive semidefinite; its smallest eigenvalue is "
                    + NumberText.of(smallest, 4) + advice);
        }
    }

    /** Whether any mask of these layers is feature-blind, so that it has a keep probability. */
    static boolean anyBlind(List<TrainSpec.LayerSpec> layers) {
        return layers.stream()
                .anyMatch(layer -> layer.mask().filter(m -> m.law().blind()).isPresent()
                        || anyBlind(layer.residual().orElse(List.of())));
    }

    /** Whether any mask of these layers has a coherence matrix that no schedule can move. */
    static boolean fixedCoherence(List<TrainSpec.LayerSpec> layers) {
        return layers.stream()
                .anyMatch(layer -> layer.mask()
                                .filter(m -> m.law() == TrainSpec.LawName.GAUSSIAN_CORRELATED)
                                .isPresent()
                        || fixedCoherence(layer.residual().orElse(List.of())));
    }
}
