package org.ketwork.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;

/** What the numbers were measured on. */
final class Host {
    private Host() {}

    static String describe() {
        return processors() + " x " + model() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch")
                + ", Java " + System.getProperty("java.version") + "\n" + Blas.describe() + "\n"
                + Kernels.best().describe();
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The mean number of running programs over the last minute; one sentence more if it spoils the numbers. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load < 0) {
            return "";
        }
        String advice = load > processors() + 1 ? "; other programs are running, so the times are too long" : "";
        return String.format(Locale.ROOT, "load %.1f%s", load, advice);
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("processor");
        } catch (IOException e) {
            return "processor";
        }
    }
}
