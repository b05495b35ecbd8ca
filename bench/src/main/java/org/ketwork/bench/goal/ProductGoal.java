package org.ketwork.bench.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ketwork.bench.process.Child;
import org.ketwork.bench.process.Launcher;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.parallel.Workers;

/**
 * Whether Ketwork uses the kernel family of OpenBLAS that is fastest on this processor. Each family is forced in JVMs of its own,
 * in turns, and the shortest time counts: a difference between two kernels is smaller than what other programs disturb. Families
 * that the processor cannot run end at once and are left out.
 */
final class ProductGoal implements Goal {
    private static final int ROUNDS = 3;
    private static final double GIGAFLOP = 2 * Math.pow(ProductTimer.N, 3) / 1e9;
    private static final String OWN_CHOICE = "";
    private static final List<String> X86 =
            List.of("NEHALEM", "SANDYBRIDGE", "HASWELL", "ZEN", "SKYLAKEX", "COOPERLAKE", "SAPPHIRERAPIDS");
    private static final List<String> ARM =
            List.of("ARMV8", "CORTEXA57", "NEOVERSEN1", "NEOVERSEV1", "NEOVERSEN2", "VORTEX");

    /** Families with the same kernel differ by a few per cent from run to run. */
    private static final Target RATIO =
            new Target("dgemm n = 1024, time over that of the best OpenBLAS core type", 1.05, "");

    @Override
    public List<Target> targets() {
        return List.of(RATIO);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        Map<String, Times> times = new LinkedHashMap<>();
        times.put(OWN_CHOICE, time(OWN_CHOICE));
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        for (String family : arm ? ARM : X86) {
            Times first = time(family);
            if (first.count() > 0) {
                times.put(family, first);
            }
        }
        for (int round = 1; round < ROUNDS; round++) {
            times.replaceAll((family, sofar) -> sofar.and(time(family)));
        }
        Times own = times.remove(OWN_CHOICE);
        double best = times.values().stream().mapToDouble(Times::least).min().orElse(own.least());
        return List.of(
                new Outcome(RATIO, own.least() / best, own.least() / best, Double.NaN, ROUNDS, note(own, times)));
    }

    private static String note(Times own, Map<String, Times> families) {
        List<String> speeds = new ArrayList<>();
        speeds.add("own choice " + speed(own));
        families.forEach((family, times) -> speeds.add(family + " " + speed(times)));
        return "Gflop/s on one thread: " + String.join(", ", speeds);
    }

    private static String speed(Times times) {
        return String.format(Locale.ROOT, "%.0f", GIGAFLOP / times.least());
    }

    /** One time from a JVM of its own; none if the family does not run here. */
    private static Times time(String family) {
        String flag = family.equals(OWN_CHOICE) ? "-Dketwork.blas=openblas" : "-Dketwork.blas.core=" + family;
        try {
            Child child = Child.run(Path.of("").toAbsolutePath(), Launcher.java(flag, ProductTimer.class));
            double[] seconds = child.exitCode() == 0
                    ? new double[] {Double.parseDouble(child.output().strip())}
                    : new double[0];
            return new Times(seconds, child.processorSeconds());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
