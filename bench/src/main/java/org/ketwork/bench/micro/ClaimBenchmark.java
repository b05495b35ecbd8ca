package org.ketwork.bench.micro;

import org.ketwork.claims.Catalogue;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Size;
import org.ketwork.numerics.random.RandomAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Claims at quick size, from the declaration to the evidence. */
public class ClaimBenchmark extends Threaded {
    @Param({"dephasing", "diagonal", "transport"})
    public String id = "";

    @Benchmark
    public Evidence quick() {
        Claim claim = Catalogue.standard().find(id).orElseThrow();
        return claim.test(new Conditions(Size.QUICK, RandomAddress.root(1).at(id), workers));
    }
}
