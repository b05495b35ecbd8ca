package org.ketwork.lab.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Under which circumstances a run was made. The result depends on the spec, the seed and the version; the rest says where it was
 * computed, since the last bits of a sum may differ between machines.
 *
 * @param ketwork version of Ketwork
 * @param seed root of all random numbers
 * @param java version and vendor of the virtual machine
 * @param os operating system and its version
 * @param arch architecture, as Java calls it
 * @param cpu model of the processor
 * @param cores processors that the virtual machine sees
 * @param threads threads that were used
 * @param linearAlgebra which library multiplies matrices, and with which kernels
 * @param vectorKernels which elementwise kernels were chosen
 * @param started when the run began, UTC
 * @param conventions how to read the numbers
 */
public record Provenance(
        String ketwork,
        long seed,
        String java,
        String os,
        String arch,
        String cpu,
        int cores,
        int threads,
        String linearAlgebra,
        String vectorKernels,
        String started,
        List<String> conventions) {

    /** The circumstances of this process, and the conventions that its caller computes by. */
    public static Provenance here(
            long seed, int threads, String linearAlgebra, String vectorKernels, List<String> conventions) {
        return new Provenance(
                version(),
                seed,
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                threads,
                linearAlgebra,
                vectorKernels,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                conventions);
    }

    /** The version of Ketwork that is running. */
    public static String version() {
        try (InputStream in = Provenance.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource version.txt is missing beside " + Provenance.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try (var lines = Files.lines(info)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown");
            } catch (IOException | UncheckedIOException e) {
                return "unknown";
            }
        }
        String identifier = System.getenv("PROCESSOR_IDENTIFIER");
        return identifier == null ? "unknown" : identifier;
    }
}
