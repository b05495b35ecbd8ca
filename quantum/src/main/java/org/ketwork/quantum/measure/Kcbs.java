package org.ketwork.quantum.measure;

import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/**
 * The pentagon inequality of Klyachko, Can, Binicioğlu and Shumovsky (Phys. Rev. Lett. 101, 020403, 2008): of five yes-no questions
 * of which neighbours exclude each other, a joint distribution can answer at most two with yes; a qutrit reaches √5.
 */
public final class Kcbs {
    /** The largest sum of the five probabilities with a joint distribution. */
    public static final double CLASSICAL_BOUND = 2;

    /** Lovász's number of the pentagon, √5. */
    public static final double QUANTUM_BOUND = Math.sqrt(5);

    private Kcbs() {}

    /** The five questions, projections on real vectors of which neighbours are orthogonal (the umbrella around |0⟩). */
    public static Ket[] questions() {
        double cosine = Math.pow(5, -0.25);
        double sine = Math.sqrt(1 - cosine * cosine);
        Ket[] questions = new Ket[5];
        for (int k = 0; k < 5; k++) {
            double angle = 4 * Math.PI * k / 5;
            questions[k] = Ket.of(cosine, sine * Math.cos(angle), sine * Math.sin(angle));
        }
        return questions;
    }

    /** The sum of the five probabilities of yes. */
    public static double value(DensityMatrix qutrit, Ket... questions) {
        double sum = 0;
        for (Ket question : questions) {
            sum += qutrit.expectation(question.outer(question));
        }
        return sum;
    }

    /** The largest commutator, in Frobenius norm, of neighbouring questions: 0 when they can be asked together. */
    public static double neighbourCommutator(Ket... questions) {
        double largest = 0;
        for (int k = 0; k < questions.length; k++) {
            Ket a = questions[k];
            Ket b = questions[(k + 1) % questions.length];
            largest = Math.max(
                    largest, Operators.commutator(a.outer(a), b.outer(b)).frobeniusNorm());
        }
        return largest;
    }
}
