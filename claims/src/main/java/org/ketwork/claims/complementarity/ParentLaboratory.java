package org.ketwork.claims.complementarity;

import static org.ketwork.lab.claim.Wording.text;

import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.numerics.statistics.GoodnessOfFit;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.measure.JointMeasurability;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.state.DensityMatrix;

/** The parent of noisy X and Z as a measurement that is carried out. */
final class ParentLaboratory {
    private ParentLaboratory() {}

    /** Enters tests and controls at visibility eta. */
    static void enter(Evidence.Builder evidence, Conditions conditions, double eta) {
        DensityMatrix state = DensityMatrix.bloch(0.6, 0.2, -0.5);
        Povm parent = JointMeasurability.parent(new double[] {eta, 0, 0}, new double[] {0, 0, eta});
        int shots = conditions.size().choose(20_000, 200_000, 1_000_000);
        int[] outcomes = parent.sample(state, shots, conditions.random().at("shots"));
        long[] ofX = new long[2];
        long[] ofZ = new long[2];
        for (int outcome : outcomes) {
            ofX[outcome / 2]++;
            ofZ[outcome % 2]++;
        }
        double[] r = state.blochVector();
        TestResult x = GoodnessOfFit.chiSquare(signs(eta * r[0]), ofX);
        TestResult z = GoodnessOfFit.chiSquare(signs(eta * r[2]), ofZ);
        TestResult sharper = GoodnessOfFit.chiSquare(signs((eta + 0.1) * r[0]), ofX);
        evidence.test("parent's first outcome against noisy X", x, JointMeasurabilityClaim.ALPHA);
        evidence.test("parent's second outcome against noisy Z", z, JointMeasurabilityClaim.ALPHA);
        evidence.test("parent's first outcome against a sharper X", sharper, JointMeasurabilityClaim.ALPHA);
        evidence.control(
                "parent in the laboratory",
                Holm.least(x.p(), z.p()) > JointMeasurabilityClaim.ALPHA,
                text("%d shots: p = %.3f for X, %.3f for Z, Holm", shots, x.p(), z.p()));
        evidence.control(
                "sharper than allowed",
                sharper.rejects(JointMeasurabilityClaim.ALPHA),
                text("p = %.2g against visibility %.3f", sharper.p(), eta + 0.1));
    }

    private static double[] signs(double mean) {
        return new double[] {(1 + mean) / 2, (1 - mean) / 2};
    }
}
