package org.ketwork.app.solve;

import org.ketwork.app.input.FileIdentity;
import org.ketwork.lab.run.Json;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.wavefunction.ansatz.Codomain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A spec that was found solvable: whatever is wrong with it is said before a run folder is made. */
public sealed interface Task {
    /** The key under which the files that were read are stored. */
    String FILES = "files";

    /** The spec with everything filled in that matters. */
    SolveSpec spec();

    Problem problem();

    /** By a variational wavefunction. */
    record Search(SolveSpec spec, Problem problem, Ladder families, Settings settings) implements Task {}

    /** By diagonalisation. */
    record Exact(SolveSpec spec, Problem problem) implements Task {}

    /**
     * @param seed the seed if the spec names none
     * @throws InvalidInputException saying what is wrong
     */
    static Task of(SolveSpec spec, long seed) {
        Problem problem = Problem.of(spec);
        long root = spec.seed().orElse(seed);
        int excited = spec.excited().orElse(0);
        if (excited < 0) {
            throw new InvalidInputException("--excited must be at least 0, got " + excited);
        }
        if (spec.exact().orElse(false)) {
            return new Exact(Settings.exact(spec, problem, excited, root), problem);
        }
        String ansatzText = spec.ansatz()
                .orElseThrow(() -> new InvalidInputException(
                        "--ansatz is missing; it says which family of wavefunctions is searched, such as --ansatz rbm:1"
                                + " (--exact needs none; \"ketwork solve --help\" lists all)"));
        Ladder families = Ladder.of(spec, problem, ansatzText);
        SolveSpec resolved = Settings.resolved(spec, problem, families, excited, root);
        Settings settings = Settings.of(resolved);
        if (resolved.sampler().orElseThrow().strip().equals(SamplerForms.DIRECT) && !AnsatzForms.drawsDirectly(spec)) {
            throw new InvalidInputException(
                    "--sampler direct: it needs an autoregressive ansatz that is not projected, got " + ansatzText
                            + spec.excitedAnsatz().map(text -> " and " + text).orElse("") + "; take auto or exact");
        }
        // A sampler that does not fit the space says so when it is made.
        settings.sampler().of(problem, settings.sampling(), RandomAddress.root(root));
        boolean unfit = families.ground().codomain() == Codomain.REAL && !problem.positive();
        return new Search(
                resolved,
                unfit
                        ? problem.warning(ansatzText
                                + " is real, and nothing says that the ground state is positive here: its energy may stay"
                                + " above the exact one; a complex ansatz can have any signs")
                        : problem,
                families,
                settings);
    }

    /** All that the result depends on, as it is stored with a run. */
    default JsonNode identity() {
        ObjectNode tree = (ObjectNode) Json.tree(spec());
        if (!problem().files().isEmpty()) {
            ArrayNode files = tree.putArray(FILES);
            for (FileIdentity file : problem().files()) {
                files.add(Json.tree(file));
            }
        }
        return tree;
    }
}
