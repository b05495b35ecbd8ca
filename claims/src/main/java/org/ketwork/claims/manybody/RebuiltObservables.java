package org.ketwork.claims.manybody;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.spectrum.ExactState;

/** Observables of chains rebuilt from shots beside the exact ones, and how near the fidelity wants them. */
final class RebuiltObservables {
    private static final double ROUNDING = 1e-10;

    private final Workers workers;
    private final ChainObservables exact;
    private final double[][] mean = new double[ChainObservables.NAMES.size()][TomographyClaim.SHOTS.length];
    private final double[][] deviation = new double[ChainObservables.NAMES.size()][TomographyClaim.SHOTS.length];
    private final double[][] allowed = new double[ChainObservables.NAMES.size()][TomographyClaim.SHOTS.length];
    private double largestShare;
    private double leastEnergy = Double.POSITIVE_INFINITY;
    private int chains;

    RebuiltObservables(ExactState truth, Workers workers) {
        this.workers = workers;
        this.exact = ChainObservables.of(truth, workers);
    }

    /** Takes one of the given number of chains that were rebuilt from SHOTS[s] shots. */
    void add(int s, ExactState rebuilt, double fidelity, int repetitions) {
        ChainObservables observables = ChainObservables.of(rebuilt, workers);
        double[] values = observables.values();
        double[] distances = exact.distances(observables, fidelity);
        for (int a = 0; a < values.length; a++) {
            double gap = Math.abs(values[a] - exact.values()[a]);
            mean[a][s] += values[a] / repetitions;
            deviation[a][s] += gap / repetitions;
            allowed[a][s] += distances[a] / repetitions;
            largestShare = Math.max(largestShare, gap / (distances[a] + ROUNDING));
        }
        leastEnergy = Math.min(leastEnergy, observables.energy() - exact.energy());
        chains++;
    }

    /** The means from the most shots as numbers with the mean of what is allowed, and the control over all chains. */
    void enter(Evidence.Builder evidence) {
        int most = TomographyClaim.SHOTS.length - 1;
        for (int a = 0; a < mean.length; a++) {
            evidence.number(
                    "rebuilt from 1e5 shots: " + ChainObservables.NAMES.get(a),
                    mean[a][most],
                    exact.values()[a],
                    allowed[a][most] + ROUNDING);
        }
        evidence.control(
                "observables",
                largestShare <= 1 && leastEnergy >= -ROUNDING,
                text(
                        "of %d chains the largest deviation is %.3f of what the fidelity allows, the least energy per site %.1e above",
                        chains, largestShare, leastEnergy));
    }

    Figure figure() {
        List<Figure.Curve> curves = new ArrayList<>();
        for (int a = 0; a < deviation.length; a++) {
            curves.add(Figure.Curve.line(ChainObservables.NAMES.get(a), TomographyClaim.SHOTS, deviation[a]));
        }
        curves.add(Figure.Curve.background(
                "2√(1 − F), the bound for ⟨σx⟩", TomographyClaim.SHOTS, allowed[allowed.length - 1]));
        return new Figure.Curves(
                "tomography-observables",
                "Mean distance of observables of the rebuilt Ising chain from the exact ones against the shots: within what the fidelity"
                        + " allows, which is linear in 1 − F for the energy and its root for the others.",
                Figure.Axis.log("shots"),
                Figure.Axis.log("distance from the exact value"),
                curves,
                List.of());
    }
}
