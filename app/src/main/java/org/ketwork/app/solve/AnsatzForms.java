package org.ketwork.app.solve;

import java.util.List;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Rbm;

/** What {@code --ansatz} allows. */
final class AnsatzForms {
    /** A family on the sites of a problem. */
    @FunctionalInterface
    interface Choice {
        Ansatz on(Problem problem);
    }

    static final Forms<Choice> TABLE = new Forms<>(
            "--ansatz",
            "ansatz",
            List.of(new Form<>(
                    "rbm",
                    "[:ALPHA]",
                    "rbm:1",
                    "restricted Boltzmann machine with real weights, ALPHA hidden units a site",
                    arguments -> {
                        int alpha = alpha(arguments);
                        return problem -> arguments.about(() -> Rbm.ofDensity(problem.space(), alpha));
                    })));

    private AnsatzForms() {}

    private static int alpha(Arguments arguments) {
        return arguments.keys("alpha", "alpha").positive("alpha", 1);
    }
}
