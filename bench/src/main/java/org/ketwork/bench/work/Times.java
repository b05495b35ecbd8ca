package org.ketwork.bench.work;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How long repetitions of one piece of work took.
 *
 * @param seconds by the clock on the wall, one per repetition
 * @param processorSeconds what all repetitions took of all processors together: other programs on the machine change it little
 */
public record Times(double[] seconds, double processorSeconds) {
    public static final Times NONE = new Times(new double[0], 0);

    /** Runs the work, first {@code warmUps} times unmeasured, then {@code count} times. */
    public static Times of(int warmUps, int count, Runnable work) {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        double processor = processorSecondsOfThisProcess();
        double[] seconds = new double[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return new Times(seconds, processorSecondsOfThisProcess() - processor);
    }

    /** What this process has taken of all processors together since its start; NaN where the system does not tell. */
    public static double processorSecondsOfThisProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(taken -> taken.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** Processor time of one repetition, the mean. */
    public double processor() {
        return processorSeconds / seconds.length;
    }

    /** These and more times of the same work. */
    public Times and(Times more) {
        double[] all = DoubleStream.concat(Arrays.stream(seconds), Arrays.stream(more.seconds))
                .toArray();
        return new Times(all, processorSeconds + more.processorSeconds);
    }

    public int count() {
        return seconds.length;
    }

    /** The middle one, or the mean of the middle two; NaN of no times. */
    public double median() {
        if (seconds.length == 0) {
            return Double.NaN;
        }
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The shortest one, which other programs on the machine disturbed least; infinite of no times. */
    public double least() {
        return Arrays.stream(seconds).min().orElse(Double.POSITIVE_INFINITY);
    }
}
