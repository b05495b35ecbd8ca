package org.ketwork.wavefunction.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an energy must satisfy to be believed.
 *
 * <p>Judge samples of chains that are long compared with their autocorrelation time τ: for chains of n draws R-hat² is about
 * 1 + 2(τ − 1)/n, so that R-hat below 1.1 asks for about 10 τ draws of each chain. Chains of fewer than 4 draws do not tell whether
 * they mix.
 *
 * @param standardErrors by how many an energy may lie below the exact one
 * @param mostRHat the largest split R-hat
 * @param leastEffective the least number of independent draws that all draws must be worth
 * @param leastAcceptance the least share of accepted proposals
 */
public record Soundness(double standardErrors, double mostRHat, double leastEffective, double leastAcceptance) {
    /** 5 standard errors, R-hat 1.1, 50 independent draws, acceptance 0.1 %. */
    public static final Soundness DEFAULT = new Soundness(5, 1.1, 50, 1e-3);

    /** An estimate that passed, or one that did not with the reasons. */
    public sealed interface Verdict {
        EnergyEstimate estimate();
    }

    /** Nothing speaks against the estimate. */
    public record Sound(EnergyEstimate estimate) implements Verdict {}

    /**
     * The estimate must not be used as a number.
     *
     * @param findings at least one
     */
    public record Broken(EnergyEstimate estimate, List<Finding> findings) implements Verdict {
        public Broken {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("an estimate is broken for at least one reason");
            }
        }
    }

    /**
     * Judges an estimate.
     *
     * @param exact the exact ground energy, if it is known
     */
    public Verdict judge(EnergyEstimate estimate, OptionalDouble exact) {
        List<Finding> findings = findings(estimate, exact);
        return findings.isEmpty() ? new Sound(estimate) : new Broken(estimate, findings);
    }

    private List<Finding> findings(EnergyEstimate estimate, OptionalDouble exact) {
        List<Finding> findings = new ArrayList<>();
        Measurement energy = estimate.energy();
        if (!Double.isFinite(energy.mean()) || !Double.isFinite(estimate.variance())) {
            findings.add(new Finding.NotFinite());
            return findings;
        }
        exact.ifPresent(bound -> {
            double rounding = 1e-10 * Math.max(1, Math.abs(bound));
            if (energy.mean() < bound - standardErrors * energy.standardError() - rounding) {
                findings.add(new Finding.BelowExact(energy.mean(), energy.standardError(), bound));
            }
        });
        energy.rHat().ifPresent(rHat -> {
            if (!(rHat <= mostRHat)) {
                findings.add(new Finding.NotMixed(rHat, mostRHat));
            }
        });
        energy.autocorrelationTime().ifPresent(tau -> {
            if (energy.draws() / tau < leastEffective) {
                findings.add(new Finding.ShortChains(tau, energy.draws(), leastEffective));
            }
        });
        if (estimate.acceptance() < leastAcceptance) {
            findings.add(new Finding.LowAcceptance(estimate.acceptance(), leastAcceptance));
        }
        return findings;
    }
}
