package org.ketwork.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    private static long[] encrypted(long c0, long c1, long c2, long c3, long k0, long k1) {
        long[] block = {c0, c1, c2, c3};
        Philox.encrypt(block, k0, k1);
        return block;
    }

    /** The vectors "philox4x64 10" of the file kat_vectors of Random123, the authors' own implementation. */
    @Test
    void theKnownAnswersOfTheAuthorsAreMet() {
        assertThat(encrypted(0, 0, 0, 0, 0, 0))
                .containsExactly(0x16554d9eca36314cL, 0xdb20fe9d672d0fdcL, 0xd7e772cee186176bL, 0x7e68b68aec7ba23bL);
        assertThat(encrypted(-1, -1, -1, -1, -1, -1))
                .containsExactly(0x87b092c3013fe90bL, 0x438c3c67be8d0224L, 0x9cc7d7c69cd777b6L, 0xa09caebf594f0ba0L);
        assertThat(encrypted(
                        0x243f6a8885a308d3L,
                        0x13198a2e03707344L,
                        0xa4093822299f31d0L,
                        0x082efa98ec4e6c89L,
                        0x452821e638d01377L,
                        0xbe5466cf34e90c6cL))
                .containsExactly(0xa528f45403e61d95L, 0x38c72dbd566e9788L, 0xa5a1610e72fd18b5L, 0x57bd43b5e52b7fe6L);
    }

    @Test
    void commonsRngGivesTheSameSequence() {
        // Seed of the library: key 0, key 1, then the counter, which it raises before it makes the next block.
        long[] seed = {42, -7, 3, 1, 4, 1};
        Philox4x64 library = new Philox4x64(seed);
        for (long block = 1; block <= 50; block++) {
            for (long word : encrypted(3 + block, 1, 4, 1, 42, -7)) {
                assertThat(library.nextLong()).isEqualTo(word);
            }
        }
    }
}
