package org.ketwork.wavefunction.tomography;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.TextLines;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.measurement.OutcomeSampler;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;

/** Outcomes of measurements on copies of one state of N spins, counted, for each basis that was measured. */
public record MeasurementData(List<Outcomes> bases) {
    /**
     * The outcomes in one basis.
     *
     * @param different outcomes, each once
     * @param counts how often each was seen
     */
    public record Outcomes(MeasurementBasis basis, Configurations different, long[] counts) {
        public Outcomes {
            if (counts.length != different.rows() || counts.length == 0) {
                throw new IllegalArgumentException(
                        different.rows() + " outcomes need as many counts, at least one, got " + counts.length);
            }
            if (basis.spins() != different.sites()) {
                throw new IllegalArgumentException(
                        "a basis of " + basis.spins() + " spins does not fit outcomes of " + different.sites());
            }
        }

        public long shots() {
            long shots = 0;
            for (long count : counts) {
                shots += count;
            }
            return shots;
        }
    }

    public MeasurementData {
        bases = List.copyOf(bases);
        if (bases.isEmpty()) {
            throw new InvalidInputException("tomography needs outcomes in at least one basis");
        }
        int spins = bases.getFirst().basis().spins();
        for (Outcomes outcomes : bases) {
            if (outcomes.basis().spins() != spins) {
                throw new InvalidInputException("all bases must have as many letters as there are spins, got " + spins
                        + " and " + outcomes.basis().spins());
            }
        }
    }

    public int spins() {
        return bases.getFirst().basis().spins();
    }

    public long shots() {
        return bases.stream().mapToLong(Outcomes::shots).sum();
    }

    /**
     * Measures copies of a known state.
     *
     * @param re real parts of the 2^N amplitudes, spin 0 being the most significant bit; normalised
     * @param shots in each basis
     */
    public static MeasurementData of(
            double[] re, double[] im, List<MeasurementBasis> bases, int shots, RandomAddress address) {
        if (shots < 1) {
            throw new InvalidInputException("each basis needs at least 1 shot, got " + shots);
        }
        List<Outcomes> all = new ArrayList<>();
        for (int b = 0; b < bases.size(); b++) {
            OutcomeSampler outcomes = OutcomeSampler.of(BornProbabilities.of(re, im, bases.get(b)));
            RandomStream random = address.at(b).stream();
            TreeMap<Integer, Long> counts = new TreeMap<>();
            for (int shot = 0; shot < shots; shot++) {
                counts.merge(outcomes.outcome(random.nextDouble()), 1L, Long::sum);
            }
            all.add(outcomes(bases.get(b), counts));
        }
        return new MeasurementData(all);
    }

    private static Outcomes outcomes(MeasurementBasis basis, TreeMap<Integer, Long> counts) {
        int spins = basis.spins();
        Configurations different = Configurations.room(Spins.free(spins), counts.size());
        long[] seen = new long[counts.size()];
        int row = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            for (int i = 0; i < spins; i++) {
                different.levels()[row * spins + i] = (byte) (entry.getKey() >>> (spins - 1 - i) & 1);
            }
            seen[row++] = entry.getValue();
        }
        return new Outcomes(basis, different, seen);
    }

    /**
     * Reads a text with a shot on each line, the basis and the outcome, {@code ZXZ 010}, or several equal ones with their number, {@code
     * ZXZ 010 25}. What follows a # is a comment.
     *
     * @throws InvalidInputException naming the file and the line
     */
    public static MeasurementData read(Path file) {
        Map<MeasurementBasis, Map<String, Long>> counts = new LinkedHashMap<>();
        int spins = 0;
        for (TextLines.Line line : TextLines.read(file)) {
            MeasurementBasis basis = add(counts, line);
            spins = spins == 0 ? basis.spins() : spins;
            if (basis.spins() != spins) {
                throw line.broken("has " + basis.spins() + " spins, but the lines before it have " + spins);
            }
        }
        List<Outcomes> bases = new ArrayList<>();
        counts.forEach((basis, seen) -> bases.add(outcomes(basis, seen)));
        return new MeasurementData(bases);
    }

    private static MeasurementBasis add(Map<MeasurementBasis, Map<String, Long>> counts, TextLines.Line line) {
        List<String> words = line.words();
        if (words.size() < 2 || words.size() > 3) {
            throw line.broken("must have a basis, an outcome and perhaps their number, such as \"ZXZ 010 25\", got \""
                    + line.text() + "\"");
        }
        if (!words.getFirst().matches("[XYZ]+")) {
            throw line.broken("must begin with a basis of letters X, Y, Z, got \"" + words.getFirst() + "\"");
        }
        MeasurementBasis basis = MeasurementBasis.of(words.getFirst());
        String outcome = words.get(1);
        if (outcome.length() != basis.spins() || !outcome.matches("[01]+")) {
            throw line.broken("must give an outcome of " + basis.spins() + " digits 0 or 1 in the basis " + basis
                    + ", got \"" + outcome + "\"");
        }
        if (words.size() == 3 && !words.get(2).matches("[1-9]\\d{0,14}")) {
            throw line.broken("must end with a positive whole number of equal outcomes, got \"" + words.get(2) + "\"");
        }
        long number = words.size() == 2 ? 1 : Long.parseLong(words.get(2));
        counts.computeIfAbsent(basis, b -> new LinkedHashMap<>()).merge(outcome, number, Long::sum);
        return basis;
    }

    private static Outcomes outcomes(MeasurementBasis basis, Map<String, Long> seen) {
        int spins = basis.spins();
        Configurations different = Configurations.room(Spins.free(spins), seen.size());
        long[] counts = new long[seen.size()];
        int row = 0;
        for (Map.Entry<String, Long> entry : seen.entrySet()) {
            for (int i = 0; i < spins; i++) {
                different.levels()[row * spins + i] = (byte) (entry.getKey().charAt(i) - '0');
            }
            counts[row++] = entry.getValue();
        }
        return new Outcomes(basis, different, counts);
    }

    /** Cuts off a part of the shots of every basis, drawn at random, to judge by what was not fitted. */
    public Split split(double heldOut, RandomAddress address) {
        if (!(heldOut > 0 && heldOut < 1)) {
            throw new InvalidInputException("the held-out part of the shots must be in (0, 1), got " + heldOut);
        }
        List<Outcomes> kept = new ArrayList<>();
        List<Outcomes> held = new ArrayList<>();
        for (int b = 0; b < bases.size(); b++) {
            Outcomes all = bases.get(b);
            long[] out = new long[all.counts().length];
            long[] in = new long[out.length];
            RandomStream random = address.at(b).stream();
            for (int i = 0; i < out.length; i++) {
                for (long shot = 0; shot < all.counts()[i]; shot++) {
                    if (random.nextDouble() < heldOut) {
                        out[i]++;
                    }
                }
                in[i] = all.counts()[i] - out[i];
            }
            kept.add(seen(all, in));
            held.add(seen(all, out));
        }
        return new Split(new MeasurementData(kept), new MeasurementData(held));
    }

    /** So many shots drawn at random from all, with replacement. */
    public MeasurementData batch(int shots, RandomAddress address) {
        long[] ends = new long[bases.stream().mapToInt(b -> b.counts().length).sum()];
        int place = 0;
        long end = 0;
        for (Outcomes outcomes : bases) {
            for (long count : outcomes.counts()) {
                end += count;
                ends[place++] = end;
            }
        }
        long[] drawn = new long[ends.length];
        RandomStream random = address.stream();
        for (int shot = 0; shot < shots; shot++) {
            int found = Arrays.binarySearch(ends, random.nextLong(end) + 1);
            // Where no end is hit, the insertion point is the first end beyond.
            drawn[found >= 0 ? found : -found - 1]++;
        }
        List<Outcomes> some = new ArrayList<>();
        int first = 0;
        for (Outcomes outcomes : bases) {
            long[] counts = Arrays.copyOfRange(drawn, first, first + outcomes.counts().length);
            first += counts.length;
            if (Arrays.stream(counts).anyMatch(count -> count > 0)) {
                some.add(seen(outcomes, counts));
            }
        }
        return new MeasurementData(some);
    }

    /** Shots to fit and shots to judge by. */
    public record Split(MeasurementData fitted, MeasurementData heldOut) {}

    private static Outcomes seen(Outcomes all, long[] counts) {
        int spins = all.basis().spins();
        int rows = 0;
        byte[] levels = new byte[counts.length * spins];
        long[] positive = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                System.arraycopy(all.different().levels(), i * spins, levels, rows * spins, spins);
                positive[rows++] = counts[i];
            }
        }
        if (rows == 0) {
            throw new InvalidInputException(
                    "the basis " + all.basis() + " has too few shots, " + all.shots() + ", for a part to be held out");
        }
        return new Outcomes(
                all.basis(),
                new Configurations(all.different().space(), rows, Arrays.copyOf(levels, rows * spins)),
                Arrays.copyOf(positive, rows));
    }

    /** Letters of a basis at the given spins. */
    static Pauli[] letters(MeasurementBasis basis, int[] spins) {
        Pauli[] letters = new Pauli[spins.length];
        for (int m = 0; m < spins.length; m++) {
            letters[m] = basis.letters().get(spins[m]);
        }
        return letters;
    }
}
