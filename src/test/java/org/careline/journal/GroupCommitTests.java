package org.careline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;

@Holds(Promise.P2)
class GroupCommitTests {

    private static final int WAITERS = 32;
    private static final String SEGMENT = Segment.name(1);

    private final FaultyFolder folder = new FaultyFolder();

    @Test
    void thirtyTwoWaitersShareTwoSyncs() throws IOException, InterruptedException {
        Journal journal = Journal.open(folder, 1 << 20);
        CountDownLatch slow = new CountDownLatch(1);
        folder.duringSync(() -> uninterrupted(slow));
        List<Thread> waiters = new ArrayList<>();

        for (int n = 0; n < WAITERS; n++) {
            Thread waiter = new Thread(() -> journal.sync(journal.append(new byte[16])));
            waiters.add(waiter);
            waiter.start();
        }
        await().until(() -> waiters.stream().allMatch(waiter -> waiter.getState() == Thread.State.WAITING));
        slow.countDown();
        for (Thread waiter : waiters) {
            waiter.join();
        }

        assertThat(journal.syncs()).isEqualTo(2);
        assertThat(covered()).isEqualTo(WAITERS);
    }

    @Test
    void noSyncReturnsBeforeTheDiskHasTheEntry() throws IOException, InterruptedException, ExecutionException {
        Journal journal = Journal.open(folder, 1 << 20);
        int before = folder.syncs();
        AtomicInteger early = new AtomicInteger();
        List<Future<?>> writers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(WAITERS);

        for (int n = 0; n < WAITERS; n++) {
            writers.add(threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    long sequence = journal.append(new byte[16]);
                    journal.sync(sequence);
                    early.addAndGet(covered() < sequence ? 1 : 0);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        assertThat(early).hasValue(0);
        assertThat(covered()).isEqualTo(WAITERS * 50L);
        assertThat(journal.syncs()).isEqualTo(folder.syncs() - before).isLessThanOrEqualTo(WAITERS * 50L);
    }

    @Test
    void everybodyInARoundLearnsOfItsFailure() throws IOException, InterruptedException {
        Journal journal = Journal.open(folder, 1 << 20);
        CountDownLatch slow = new CountDownLatch(1);
        folder.duringSync(() -> uninterrupted(slow));
        folder.failSyncs(true);
        AtomicInteger told = new AtomicInteger();
        List<Thread> waiters = new ArrayList<>();

        for (int n = 0; n < WAITERS; n++) {
            Thread waiter = new Thread(() -> {
                long sequence = journal.append(new byte[16]);
                assertThatThrownBy(() -> journal.sync(sequence)).isInstanceOf(JournalBroken.class);
                told.incrementAndGet();
            });
            waiters.add(waiter);
            waiter.start();
        }
        await().until(() -> waiters.stream().allMatch(waiter -> waiter.getState() == Thread.State.WAITING));
        slow.countDown();
        for (Thread waiter : waiters) {
            waiter.join();
        }

        assertThat(told).hasValue(WAITERS);
        assertThatThrownBy(() -> journal.append(new byte[1])).isInstanceOf(JournalBroken.class);
    }

    @Test
    void aRotationDuringASyncLosesNothing() throws IOException, InterruptedException, ExecutionException {
        Journal journal = Journal.open(folder, 300);
        List<Future<?>> writers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        for (int n = 0; n < 8; n++) {
            writers.add(threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    journal.sync(journal.append(new byte[16]));
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        folder.losePower(new java.util.Random(1));

        List<Long> sequences = new ArrayList<>();
        Journal.open(folder, 300).replay(entry -> sequences.add(entry.sequence()));
        assertThat(sequences).hasSize(1_600).isSorted().doesNotHaveDuplicates();
    }

    /** The last entry that is wholly on the disk. */
    private long covered() {
        return (folder.durableBytes(SEGMENT) - Segment.HEADER_BYTES) / (Frame.HEADER_BYTES + 16);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
