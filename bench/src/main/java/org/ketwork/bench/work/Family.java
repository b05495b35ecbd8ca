package org.ketwork.bench.work;

import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Jastrow;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.ansatz.RbmSymmetric;
import org.ketwork.wavefunction.network.NetworkFamilies;
import org.ketwork.wavefunction.projection.ProjectedRbm;

/** Families of wavefunctions whose speed is measured, with a size alpha: hidden units a site, or channels by four. */
public enum Family {
    JASTROW("Jastrow", (problem, alpha) -> Jastrow.longRange(problem.space(), false)),
    RBM("real RBM", (problem, alpha) -> Rbm.ofDensity(problem.space(), alpha)),
    RBM_COMPLEX("complex RBM", (problem, alpha) -> RbmComplex.ofDensity(problem.space(), alpha)),
    RBM_MODULUS_PHASE("modulus-phase RBM", (problem, alpha) -> RbmModulusPhase.ofDensity(problem.space(), alpha)),
    RBM_SYMMETRIC("symmetric RBM", (problem, alpha) -> {
        SymmetryGroup translations = SymmetryGroup.translations(problem.lattice());
        return new RbmSymmetric(problem.space(), alpha, translations.permutations(), false);
    }),
    RBM_PROJECTED("projected RBM", (problem, alpha) -> {
        SymmetryGroup translations = SymmetryGroup.translations(problem.lattice());
        SymmetrySector sector = new SymmetrySector(GroupCharacter.trivial(translations), 0);
        return new ProjectedRbm(problem.space(), alpha * problem.sites(), sector, false);
    }),
    DENSE(
            "dense network",
            (problem, alpha) -> NetworkFamilies.dense(
                    problem.space(), Codomain.REAL, alpha * problem.sites(), alpha * problem.sites())),
    CONVOLUTIONAL(
            "convolutional network",
            (problem, alpha) ->
                    NetworkFamilies.convolutional(problem.space(), problem.lattice(), Codomain.REAL, 4 * alpha, 1, 1));

    /** A member of the family on the sites of a problem. */
    @FunctionalInterface
    private interface Build {
        Ansatz on(SpinProblem problem, int alpha);
    }

    private final String label;
    private final Build build;

    Family(String label, Build build) {
        this.label = label;
        this.build = build;
    }

    public String label() {
        return label;
    }

    public Ansatz on(SpinProblem problem, int alpha) {
        return build.on(problem, alpha);
    }
}
