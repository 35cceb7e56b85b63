package org.careline.processes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Contacts of which each is somebody else, from their acknowledgement on. They are looked for in the order of
 * acknowledgement, in a thread of its own, until each is seen.
 */
final class Tracked {

    private final Desk desk;
    private final int expected;
    private final Duration patience;
    private final Queue<Answer> acknowledged = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Answer> unseen = new LinkedBlockingQueue<>();
    private volatile int seen;
    private volatile long lastSeen = System.nanoTime();
    private volatile long lastAcknowledged = System.nanoTime();

    /**
     * @param desk of a node that is not killed for good
     * @param expected how many there will be
     * @param patience how long one is waited for before it counts as lost
     */
    Tracked(Desk desk, int expected, Duration patience) {
        this.desk = desk;
        this.expected = expected;
        this.patience = patience;
        Thread watcher = new Thread(this::watch, "watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    void acknowledged(Answer answer) {
        acknowledged.add(answer);
        unseen.add(answer);
        lastAcknowledged = System.nanoTime();
    }

    List<Answer> answers() {
        return List.copyOf(acknowledged);
    }

    int count() {
        return acknowledged.size();
    }

    long lastAcknowledged() {
        return lastAcknowledged;
    }

    /** How long after that instant the last of all was seen; waits for it. */
    Duration allSeenAfter(long instant) {
        Await.until("all are seen", patience, () -> seen >= expected);
        return Duration.ofNanos(Math.max(0, lastSeen - instant));
    }

    /** Counts what is there. */
    Figures counted() {
        long lost = 0;
        long doubled = 0;
        for (Answer answer : acknowledged) {
            int times = times(answer.contact());
            lost += times == 0 ? 1 : 0;
            doubled += times > 1 ? 1 : 0;
        }
        long slowest = acknowledged.stream().mapToLong(Answer::millis).max().orElse(0);
        return new Figures("", 1, count(), count() - lost, lost, doubled, slowest, "");
    }

    private void watch() {
        try {
            while (seen < expected) {
                Answer next = unseen.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null || Await.value(patience, () -> visible(next)).isEmpty()) {
                    return;
                }
                lastSeen = System.nanoTime();
                seen = seen + 1;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Boolean> visible(Answer answer) {
        String receipt = answer.receipt();
        return receipt == null
                ? desk.leads(answer.contact().search())
                        .filter(leads -> !leads.isEmpty())
                        .map(there -> true)
                : desk.inquiry(receipt)
                        .filter(found -> found.path("state").asString("").equals("done"))
                        .map(there -> true);
    }

    /** How many touches there are of somebody who made contact once. */
    private int times(Contact contact) {
        List<JsonNode> leads = Await.value(patience, () -> desk.leads(contact.search()))
                .orElseThrow(() -> new AssertionError("The leads cannot be read"));
        return leads.stream()
                .mapToInt(lead -> desk.lead(lead.path("id").asString())
                        .map(full -> full.path("touches").size())
                        .orElse(0))
                .sum();
    }
}
