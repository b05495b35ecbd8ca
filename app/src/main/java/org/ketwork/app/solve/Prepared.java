package org.ketwork.app.solve;

import org.ketwork.app.input.FileIdentity;
import org.ketwork.lab.run.Json;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.wavefunction.ansatz.Ansatz;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A spec that was found solvable: whatever is wrong with it is said before a run folder is made.
 *
 * @param spec with everything filled in
 */
public record Prepared(SolveSpec spec, Problem problem, Ansatz ansatz, Settings settings) {
    /** The key under which the files that were read are stored. */
    static final String FILES = "files";

    /**
     * @param seed the seed if the spec names none
     * @throws InvalidInputException saying what is wrong
     */
    public static Prepared of(SolveSpec spec, long seed) {
        Problem problem = Problem.of(spec);
        String ansatzText = spec.ansatz()
                .orElseThrow(() -> new InvalidInputException(
                        "--ansatz is missing; it says which family of wavefunctions is searched, such as --ansatz rbm:1"
                                + " (--exact needs none; \"ketwork solve --help\" lists all)"));
        Ansatz ansatz = AnsatzForms.TABLE.read(ansatzText).on(problem);
        SolveSpec resolved = Settings.resolved(spec, problem, spec.seed().orElse(seed));
        Settings settings = Settings.of(resolved);
        // A sampler that does not fit the space says so when it is made.
        settings.sampler().of(problem, settings.sampling(), RandomAddress.root(0));
        return new Prepared(resolved, problem, ansatz, settings);
    }

    /** All that the result depends on, as it is stored with a run. */
    public JsonNode identity() {
        ObjectNode tree = (ObjectNode) Json.tree(spec);
        if (!problem.files().isEmpty()) {
            ArrayNode files = tree.putArray(FILES);
            problem.files().forEach((FileIdentity file) -> files.add(Json.tree(file)));
        }
        return tree;
    }
}
