package org.ketwork.numerics.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of OpenBLAS's kernel families this process uses. A processor with AVX-512 gets SKYLAKEX, also where OpenBLAS would not detect
 * it or where the environment asks for an older family: measured on an AMD Zen 5, dgemm n = 1024 on one thread runs at 97 Gflop/s with
 * SKYLAKEX, 96 with COOPERLAKE (what OpenBLAS 0.3.31 detects there by itself), 61 with HASWELL and 59 with ZEN. Anything else is left
 * to the detection of OpenBLAS and to its variable OPENBLAS_CORETYPE. {@code -Dketwork.blas.core=NAME} overrules both.
 *
 * @param name the family to ask for; empty to leave it to OpenBLAS
 * @param reason why, for the provenance
 */
record CoreType(Optional<String> name, String reason) {
    static final String PROPERTY = "ketwork.blas.core";
    private static final List<String> AVX_512 = List.of("avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd");

    static CoreType ofThisProcess() {
        return choose(
                Optional.ofNullable(System.getProperty(PROPERTY)),
                Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE")),
                processorFlags());
    }

    static CoreType choose(Optional<String> property, Optional<String> environment, Set<String> flags) {
        if (property.isPresent()) {
            return new CoreType(property, "asked for by -D" + PROPERTY);
        }
        if (flags.containsAll(AVX_512)) {
            String overruled = environment
                    .filter(name -> !name.equalsIgnoreCase("SKYLAKEX"))
                    .map(name -> ", overruling OPENBLAS_CORETYPE=" + name + " of the environment")
                    .orElse("");
            return new CoreType(Optional.of("SKYLAKEX"), "the processor has AVX-512" + overruled);
        }
        return new CoreType(
                Optional.empty(),
                environment
                        .map(name -> "OPENBLAS_CORETYPE=" + name + " of the environment")
                        .orElse("detected by OpenBLAS"));
    }

    /** The feature flags of the first processor that Linux lists; none elsewhere. */
    private static Set<String> processorFlags() {
        Path description = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(description)) {
            return Set.of();
        }
        try (var lines = Files.lines(description)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> (Set<String>) new HashSet<>(Arrays.asList(line.split("\\s+"))))
                    .orElse(Set.of());
        } catch (IOException e) {
            return Set.of();
        }
    }
}
