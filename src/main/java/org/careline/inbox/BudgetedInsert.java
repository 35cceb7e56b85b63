package org.careline.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.careline.inbox.StoredInbox.Placed;
import org.careline.lead.SourceId;
import org.careline.store.StoreUnavailable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Puts a message into the store within a budget, or says that it is not known whether that happened. Those who wait at the
 * same time share a round trip. After a failure nobody waits for the store for a second.
 */
@Component
final class BudgetedInsert {

    /** A sender waits no longer than this for the store (design §2.1). */
    static final Duration BUDGET = Duration.ofMillis(250);

    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(100);
    private static final int WRITERS = 4;
    private static final int TOGETHER = 64;
    private static final int WAITING = 1_024;

    private final StoredInbox store;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private final ThreadPoolTaskScheduler writers = new ThreadPoolTaskScheduler();
    private final Breath breath = new Breath();

    private record Waiting(StoredInquiry message, CompletableFuture<Placed> answer) {}

    BudgetedInsert(StoredInbox store) {
        this.store = store;
    }

    void start() {
        writers.setPoolSize(WRITERS);
        writers.setThreadNamePrefix("inbox-");
        writers.setDaemon(true);
        writers.initialize();
        for (int number = 1; number <= WRITERS; number++) {
            var unused = writers.scheduleWithFixedDelay(this::write, AFTER_A_FAILURE);
        }
    }

    void stop() {
        writers.shutdown();
    }

    Placed place(StoredInquiry message) {
        Waiting waiting = new Waiting(message, new CompletableFuture<>());
        if (breath.isTaken() || !queue.offer(waiting)) {
            return Placed.UNKNOWN;
        }
        try {
            return waiting.answer().get(BUDGET.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            breath.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
        waiting.answer().cancel(false);
        return Placed.UNKNOWN;
    }

    /** Until it is stopped; a failure of ours ends it with a loud log, and the next one begins a moment later. */
    private void write() {
        List<Waiting> together = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            together.clear();
            try {
                together.add(queue.take());
            } catch (InterruptedException stopped) {
                return;
            }
            queue.drainTo(together, TOGETHER - 1);
            together.removeIf(waiting -> waiting.answer().isDone());
            place(together);
        }
    }

    /** A message that came twice at once is written once; the other waits for its turn. */
    private void place(List<Waiting> together) {
        Map<SourceId, Waiting> first = new LinkedHashMap<>();
        List<Waiting> again = new ArrayList<>();
        together.forEach(waiting -> {
            if (first.putIfAbsent(waiting.message().id(), waiting) != null) {
                again.add(waiting);
            }
        });
        if (!first.isEmpty()) {
            answer(first);
            place(again);
        }
    }

    private void answer(Map<SourceId, Waiting> waiting) {
        try {
            Map<SourceId, Placed> placed =
                    store.place(waiting.values().stream().map(Waiting::message).toList());
            waiting.forEach((id, one) -> one.answer().complete(placed.getOrDefault(id, Placed.UNKNOWN)));
        } catch (StoreUnavailable away) {
            breath.take();
        } finally {
            waiting.values().forEach(one -> one.answer().complete(Placed.UNKNOWN));
        }
    }
}
