package org.ketwork.numerics.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.random.RandomAddress;

class WorkersTest {
    private static final RandomAddress ROOT = RandomAddress.root(3);

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        int count = 20_001;
        try (Workers one = Workers.of(1);
                Workers two = Workers.of(2);
                Workers five = Workers.of(5)) {
            double[] expected = one.mapToDouble(count, ROOT::normal);
            double sum = one.sum(count, ROOT::normal);
            List<String> names = one.map(100, i -> "task " + i);
            for (Workers workers : List.of(two, five)) {
                assertThat(workers.mapToDouble(count, ROOT::normal)).containsExactly(expected);
                assertThat(workers.sum(count, ROOT::normal)).isEqualTo(sum);
                assertThat(workers.map(100, i -> "task " + i)).isEqualTo(names);
            }
        }
    }

    @Test
    void aSumIsThatOfItsTerms() {
        try (Workers workers = Workers.of(2)) {
            for (int count : new int[] {0, 1, 4095, 4096, 4097, 100_000}) {
                assertThat(workers.sum(count, i -> i)).isEqualTo(count * (count - 1.0) / 2);
            }
        }
    }

    @Test
    void everyTaskRunsOnce() {
        AtomicInteger[] runs =
                IntStream.range(0, 1000).mapToObj(i -> new AtomicInteger()).toArray(AtomicInteger[]::new);
        try (Workers workers = Workers.of(3)) {
            workers.forEach(1000, i -> runs[i].incrementAndGet());
            workers.forEach(0, i -> runs[i].incrementAndGet());
        }
        assertThat(runs).allMatch(count -> count.get() == 1);
    }

    @Test
    void theFailureOfTheLowestNumberIsThrown() {
        for (int threads : new int[] {1, 2, 4}) {
            try (Workers workers = Workers.of(threads)) {
                for (int repeat = 0; repeat < 50; repeat++) {
                    assertThatThrownBy(() -> workers.forEach(200, i -> {
                                if (i % 10 == 7) {
                                    throw new IllegalArgumentException("task " + i);
                                }
                            }))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("task 7");
                }
                assertThatThrownBy(() -> workers.map(10, i -> {
                            throw new AssertionError("error " + i);
                        }))
                        .isInstanceOf(AssertionError.class)
                        .hasMessage("error 0");
                assertThat(workers.sum(10, i -> i)).isEqualTo(45);
            }
        }
    }

    @Test
    void aLoopWithinATaskWorks() {
        try (Workers workers = Workers.of(2)) {
            double[] sums = workers.mapToDouble(20, i -> workers.sum(10_000, j -> i + ROOT.uniform(j)));
            for (int i = 0; i < 20; i++) {
                int task = i;
                assertThat(sums[i]).isEqualTo(workers.sum(10_000, j -> task + ROOT.uniform(j)));
            }
        }
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Workers.of(0)).hasMessage("the number of threads must be at least 1, got 0");
        Workers closed = Workers.of(2);
        closed.close();
        assertThatThrownBy(() -> closed.forEach(5, i -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("these workers are closed");
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> workers.forEach(-1, i -> {})).hasMessageContaining("got -1");
            assertThatThrownBy(() -> workers.map(-1, i -> i)).hasMessageContaining("got -1");
            assertThatThrownBy(() -> workers.mapToDouble(-1, i -> i)).hasMessageContaining("got -1");
            assertThatThrownBy(() -> workers.sum(-1, i -> i)).hasMessageContaining("got -1");
        }
    }

    @Test
    void anInterruptedCallerIsToldSo() {
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> workers.forEach(1000, i -> {
                        if (Thread.currentThread() != caller) {
                            begun.countDown();
                            awaitUninterrupted(release);
                        } else if (!caller.isInterrupted()) {
                            awaitUninterrupted(begun);
                            caller.interrupt();
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("interrupted while waiting for workers");
        } finally {
            release.countDown();
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
