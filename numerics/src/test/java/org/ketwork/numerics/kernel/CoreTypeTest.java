package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreTypeTest {
    private static final Set<String> AVX_512 =
            Set.of("avx2", "avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd");

    @Test
    void processorsWithAvx512GetSkylakeXAndOverruleTheEnvironment() {
        assertThat(CoreType.choose(Optional.empty(), Optional.empty(), AVX_512).name())
                .contains("SKYLAKEX");
        CoreType overruling = CoreType.choose(Optional.empty(), Optional.of("Haswell"), AVX_512);
        assertThat(overruling.name()).contains("SKYLAKEX");
        assertThat(overruling.reason()).contains("OPENBLAS_CORETYPE=Haswell");
    }

    @Test
    void otherProcessorsAreLeftToOpenBlas() {
        assertThat(CoreType.choose(Optional.empty(), Optional.empty(), Set.of("avx2", "avx512f"))
                        .name())
                .isEmpty();
        assertThat(CoreType.choose(Optional.empty(), Optional.of("ZEN"), Set.of())
                        .reason())
                .contains("OPENBLAS_CORETYPE=ZEN");
    }

    @Test
    void thePropertyOverrulesEverything() {
        assertThat(CoreType.choose(Optional.of("HASWELL"), Optional.of("ZEN"), AVX_512)
                        .name())
                .contains("HASWELL");
    }
}
