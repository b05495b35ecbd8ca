package org.ketwork.app.solve;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Jastrow;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.autoregressive.AutoregressiveFamilies;
import org.ketwork.wavefunction.network.NetworkFamilies;

/** What {@code --ansatz} allows. */
final class AnsatzForms {
    /** The form that is projected without {@code --project} too, and by itself. */
    private static final String PROJECTED = "rbm-projected";

    private static final String SIGNS = "signs";
    private static final String POSITIVE = "positive";
    private static final String COMPLEX = "complex";
    private static final String AUTOREGRESSIVE = "autoregressive";

    /** A family on the sites of a problem. */
    @FunctionalInterface
    interface Choice {
        Ansatz on(Problem problem);
    }

    static final Forms<Choice> TABLE = new Forms<>(
            "--ansatz",
            "ansatz",
            List.of(
                    family(
                            "mean-field",
                            "",
                            "mean-field",
                            "every site by itself",
                            List.of(),
                            SymmetricFamilies::meanField),
                    family(
                            "jastrow",
                            "",
                            "jastrow",
                            "a coupling for every pair of sites; for bosons, here and in all machines, also an amplitude"
                                    + " for each number on a site",
                            List.of(),
                            site -> SymmetricFamilies.bent(
                                    Jastrow.longRange(site.problem.space(), site.complex()), true)),
                    family(
                            "jastrow-short",
                            "[:REACH]",
                            "jastrow-short:2",
                            "a coupling for each distance, up to the REACH-th neighbours",
                            List.of("reach"),
                            SymmetricFamilies::shortJastrow),
                    sized(
                            "rbm",
                            "restricted Boltzmann machine with real weights, ALPHA hidden units a site; positive",
                            Rbm::ofDensity),
                    sized("rbm-complex", "the same with complex weights", RbmComplex::ofDensity),
                    sized(
                            "rbm-phase",
                            "one real machine for the modulus, one for the phase",
                            RbmModulusPhase::ofDensity),
                    family(
                            "rbm-symmetric",
                            "[:FEATURES][,group=WORD][,parity=P]",
                            "rbm-symmetric:4",
                            "restricted Boltzmann machine with weights tied by translations, or with group=space by"
                                    + " rotations and reflections too, or with group=sublattice by those that keep each"
                                    + " sublattice; even (parity=1) or odd (-1) under the flip of all spins if asked for",
                            List.of("features", "group", "parity"),
                            SymmetricFamilies::tiedRbm),
                    family(
                            PROJECTED,
                            "[:ALPHA][,units=N]",
                            "rbm-projected:1",
                            "restricted Boltzmann machine of ALPHA hidden units a site, or of N in all, summed over the"
                                    + " symmetries of --project (usual: all), faster than others",
                            List.of("alpha", "units"),
                            SymmetricFamilies::projectedRbm),
                    family(
                            "dense",
                            "[:alpha=N][,layers=N]",
                            "dense:alpha=2,layers=2",
                            "feed-forward network, ALPHA units a site in each layer",
                            List.of("alpha", "layers"),
                            AnsatzForms::dense),
                    family(
                            "conv",
                            "[:channels=N][,blocks=N][,reach=N]",
                            "conv:channels=8,blocks=2",
                            "convolutional residual network, symmetric under translations",
                            List.of("channels", "blocks", "reach"),
                            AnsatzForms::convolutional),
                    family(
                            "group-conv",
                            "[:channels=N][,blocks=N][,reach=N]",
                            "group-conv:channels=4",
                            "the same over the space group, symmetric under rotations and reflections too",
                            List.of("channels", "blocks", "reach"),
                            AnsatzForms::groupConvolutional),
                    family(
                            "vit",
                            "[:patch=N][,width=N][,heads=N][,depth=N]",
                            "vit:patch=2,width=16",
                            "small vision transformer, symmetric under translations by patches",
                            List.of("patch", "width", "heads", "depth"),
                            AnsatzForms::visionTransformer),
                    family(
                            AUTOREGRESSIVE + "-dense",
                            "[:units=N][,layers=N]",
                            "autoregressive-dense:units=4,layers=2",
                            "normalised dense network, UNITS a site in each layer, drawn from directly",
                            List.of("units", "layers"),
                            AnsatzForms::autoregressiveDense),
                    family(
                            AUTOREGRESSIVE + "-conv",
                            "[:channels=N][,layers=N][,reach=N]",
                            "autoregressive-conv:channels=8,layers=3,reach=4",
                            "normalised causal convolutions in the order of rows, drawn from directly",
                            List.of("channels", "layers", "reach"),
                            AnsatzForms::autoregressiveConvolutional)));

    /** The same for the states above the ground state. */
    static final Forms<Choice> EXCITED = new Forms<>("--excited-ansatz", "ansatz", TABLE.rows());

    private AnsatzForms() {}

    /**
     * The family that is asked for.
     *
     * @param projected whether it is projected on the sector of the problem
     * @throws InvalidInputException if there is no such family on this problem, or the memory does not hold it
     */
    static Ansatz of(Forms<Choice> forms, String text, Problem problem, boolean projected) {
        String name = forms.option() + " " + text.strip();
        Ansatz family = Capacity.required(name, () -> forms.read(text).on(problem));
        return projected && !alwaysProjected(text) ? problem.projection().of(family, problem.graph(), name) : family;
    }

    /** Whether the form is a projected one without an option that says so. */
    static boolean alwaysProjected(String text) {
        return name(text).equals(PROJECTED);
    }

    private static String name(String text) {
        return text.split(":", 2)[0].strip();
    }

    /** Whether the family that is asked for is a projected one. */
    static boolean isProjected(SolveSpec spec) {
        return spec.project().isPresent() || alwaysProjected(spec.ansatz().orElse(""));
    }

    /** Whether the wavefunction that is asked for draws its own configurations: an autoregressive one that is not projected. */
    static boolean drawsDirectly(SolveSpec spec) {
        return spec.ansatz().orElse("").strip().startsWith(AUTOREGRESSIVE)
                && spec.excitedAnsatz()
                        .map(text -> text.strip().startsWith(AUTOREGRESSIVE))
                        .orElse(true)
                && spec.project().isEmpty()
                && spec.excitedProject()
                        .filter(text -> !text.equals(Ladder.NONE))
                        .isEmpty();
    }

    /** A family whose one argument is its size. */
    private static Form<Choice> sized(String name, String help, BiFunction<StateSpace, Integer, Ansatz> family) {
        return new Form<>(name, "[:ALPHA]", name + ":1", help, arguments -> {
            int alpha = arguments.keys("alpha", "alpha").positive("alpha", 1);
            return problem -> arguments.about(() -> SymmetricFamilies.bent(family.apply(problem.space(), alpha), true));
        });
    }

    /** What a family is built from. */
    record Site(Problem problem, Arguments.Keys keys, Codomain codomain) {
        boolean complex() {
            return codomain != Codomain.REAL;
        }

        Lattice lattice() {
            if (problem.graph() instanceof Lattice lattice) {
                return lattice;
            }
            throw keys.arguments()
                    .wrong("it needs a lattice, got " + problem.graph().name());
        }
    }

    /** A family that is positive where the ground state is known to be so, and complex elsewhere, unless the form says otherwise. */
    private static Form<Choice> family(
            String name, String shape, String example, String help, List<String> keys, Function<Site, Ansatz> family) {
        String[] allowed = new String[keys.size() + 1];
        keys.toArray(allowed);
        allowed[keys.size()] = SIGNS;
        String signsShape = shape.isEmpty() ? "[:signs=WORD]" : shape + "[,signs=WORD]";
        return new Form<>(name, signsShape, example, help, arguments -> {
            Arguments.Keys given = arguments.keys(keys.isEmpty() ? "" : keys.getFirst(), allowed);
            String signs = given.word(SIGNS, "auto", "auto", POSITIVE, COMPLEX);
            return problem -> {
                boolean positive = signs.equals("auto") ? problem.positive() : signs.equals(POSITIVE);
                Site site = new Site(problem, given, positive ? Codomain.REAL : Codomain.COMPLEX);
                return arguments.about(() -> family.apply(site));
            };
        });
    }

    private static Ansatz dense(Site site) {
        int[] widths = new int[site.keys.positive("layers", 2)];
        Arrays.fill(
                widths,
                Math.multiplyExact(
                        site.keys.positive("alpha", 1), site.problem.graph().sites()));
        return NetworkFamilies.dense(site.problem.space(), site.codomain, widths);
    }

    private static Ansatz convolutional(Site site) {
        return NetworkFamilies.convolutional(
                site.problem.space(),
                site.lattice(),
                site.codomain,
                site.keys.positive("channels", 8),
                site.keys.whole("blocks", 2),
                site.keys.whole("reach", 1));
    }

    private static Ansatz groupConvolutional(Site site) {
        SymmetryGroup group = SymmetryGroup.spaceGroup(site.lattice());
        return NetworkFamilies.groupConvolutional(
                site.problem.space(),
                group,
                site.codomain,
                site.keys.positive("channels", 4),
                site.keys.whole("blocks", 1),
                NetworkFamilies.within(group, site.lattice(), site.keys.whole("reach", 1)));
    }

    private static Ansatz visionTransformer(Site site) {
        return NetworkFamilies.visionTransformer(
                site.problem.space(),
                site.lattice(),
                site.codomain,
                site.keys.positive("patch", 2),
                site.keys.positive("width", 16),
                site.keys.positive("heads", 4),
                site.keys.positive("depth", 1));
    }

    private static Ansatz autoregressiveDense(Site site) {
        int[] widths = new int[site.keys.positive("layers", 2)];
        Arrays.fill(widths, site.keys.positive("units", 4));
        return AutoregressiveFamilies.dense(site.problem.space(), site.codomain, widths);
    }

    private static Ansatz autoregressiveConvolutional(Site site) {
        return AutoregressiveFamilies.convolutional(
                site.problem.space(),
                site.lattice(),
                site.codomain,
                site.keys.positive("channels", 8),
                site.keys.positive("layers", 3),
                site.keys.positive("reach", 4));
    }
}
