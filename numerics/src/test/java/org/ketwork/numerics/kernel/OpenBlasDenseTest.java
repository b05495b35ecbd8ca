package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "ketwork.blas", matches = "reference")
class OpenBlasDenseTest extends DenseKernelsContract {
    private static DenseKernels openBlas = new ReferenceDense("not loaded");

    @BeforeAll
    static void load() throws Exception {
        openBlas = OpenBlasDense.load();
    }

    @Override
    DenseKernels kernels() {
        return openBlas;
    }

    @Test
    void theDescriptionNamesVersionAndCore() {
        assertThat(openBlas.describe())
                .startsWith("OpenBLAS 0.3")
                .contains("core ")
                .endsWith("one thread");
    }
}
