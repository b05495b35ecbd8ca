package org.ketwork.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ketwork.claims.complementarity.ComplementaryMasksClaim;
import org.ketwork.claims.complementarity.JointMeasurabilityClaim;
import org.ketwork.claims.complementarity.TwoBasesClaim;
import org.ketwork.claims.decoherence.DephasingClaim;
import org.ketwork.claims.decoherence.DiagonalClaim;
import org.ketwork.claims.decoherence.DoubleDescentClaim;
import org.ketwork.claims.decoherence.LinearNetsClaim;
import org.ketwork.claims.decoherence.LossyRegressionClaim;
import org.ketwork.claims.decoherence.SgdNoiseClaim;
import org.ketwork.claims.ensemble.BlindnessClaim;
import org.ketwork.claims.ensemble.SubNetworksClaim;
import org.ketwork.claims.learning.BackwardLayersClaim;
import org.ketwork.claims.loss.LossHelpsClaim;
import org.ketwork.claims.loss.OneAxisClaim;
import org.ketwork.claims.loss.ResonanceClaim;
import org.ketwork.claims.loss.TransportClaim;
import org.ketwork.claims.manybody.ManyBodyClaim;
import org.ketwork.claims.manybody.RbmEntanglementClaim;
import org.ketwork.claims.manybody.SignProblemClaim;
import org.ketwork.claims.manybody.TomographyClaim;
import org.ketwork.claims.reading.ActivationStateClaim;
import org.ketwork.claims.reading.InterferenceClaim;
import org.ketwork.claims.reading.SoftmaxBornClaim;
import org.ketwork.lab.claim.Claim;

/** All claims, in the order in which they are run and shown. */
public final class Catalogue {
    private final Map<String, Claim> claims = new LinkedHashMap<>();

    private Catalogue(List<Claim> all) {
        for (Claim claim : all) {
            String id = claim.declaration().id();
            if (claims.putIfAbsent(id, claim) != null) {
                throw new IllegalArgumentException("two claims have the id " + id);
            }
        }
    }

    public static Catalogue standard() {
        return new Catalogue(List.of(
                new DephasingClaim(),
                new DiagonalClaim(),
                new LossyRegressionClaim(),
                new SgdNoiseClaim(),
                new LinearNetsClaim(),
                new DoubleDescentClaim(),
                new LossHelpsClaim(),
                new TransportClaim(),
                new ResonanceClaim(),
                new OneAxisClaim(),
                new SubNetworksClaim(),
                new BlindnessClaim(),
                new ComplementaryMasksClaim(),
                new TwoBasesClaim(),
                new JointMeasurabilityClaim(),
                new BackwardLayersClaim(),
                new SoftmaxBornClaim(),
                new InterferenceClaim(),
                new ActivationStateClaim(),
                new RbmEntanglementClaim(),
                new SignProblemClaim(),
                new ManyBodyClaim(),
                new TomographyClaim()));
    }

    /** A catalogue of one's own claims, whose ids must differ. */
    public static Catalogue of(List<Claim> claims) {
        return new Catalogue(claims);
    }

    public List<Claim> all() {
        return List.copyOf(claims.values());
    }

    public Optional<Claim> find(String id) {
        return Optional.ofNullable(claims.get(id));
    }
}
