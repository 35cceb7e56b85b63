package org.careline.processes;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Contacts of which each is somebody else, from their acknowledgement on until each is found as a lead. */
final class Tracked {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READERS = 4;
    private static final Figures NONE = new Figures("", 0, 0, 0, 0, 0, 0, "");

    private final Desk desk;
    private final Queue<Answer> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile long lastAcknowledged = System.nanoTime();

    /** @param desk of a node that runs when it is asked */
    Tracked(Desk desk) {
        this.desk = desk;
    }

    void acknowledged(Answer answer) {
        acknowledged.add(answer);
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

    /** Waits until each is listed as a lead, and tells how long after that instant this was so. */
    Duration allSeenAfter(long instant) {
        Set<String> points =
                acknowledged.stream().map(answer -> answer.contact().point()).collect(toSet());
        Await.until("all are seen", PATIENCE, () -> desk.points().containsAll(points));
        return Duration.ofNanos(Math.max(0, System.nanoTime() - instant));
    }

    /** Counts what is there, inquiry by inquiry, several of them at a time. */
    Figures counted() {
        List<Answer> all = answers();
        try (Crowd readers = new Crowd(READERS)) {
            List<Figures> shares = readers.together(reader -> IntStream.range(0, all.size())
                    .filter(number -> number % READERS == reader)
                    .mapToObj(number -> counted(all.get(number)))
                    .reduce(NONE, Figures::plus));
            return shares.stream().reduce(new Figures("", 1, 0, 0, 0, 0, 0, ""), Figures::plus);
        }
    }

    private Figures counted(Answer answer) {
        int touches = touches(answer.contact());
        int lost = touches == 0 || !done(answer) ? 1 : 0;
        return new Figures("", 0, 1, 1 - lost, lost, touches > 1 ? 1 : 0, answer.millis(), "");
    }

    /** How many touches there are of somebody who made contact once. */
    private int touches(Contact contact) {
        List<JsonNode> leads = Await.value(PATIENCE, () -> desk.leads(contact.search()))
                .orElseThrow(() -> new AssertionError("The leads cannot be read"));
        return leads.stream()
                .map(lead -> desk.lead(lead.path("id").asString()))
                .flatMap(Optional::stream)
                .mapToInt(lead -> lead.path("touches").size())
                .sum();
    }

    private boolean done(Answer answer) {
        String receipt = answer.receipt();
        return receipt == null
                || Await.value(PATIENCE, () -> desk.inquiry(receipt))
                        .filter(found -> found.path("state").asString("").equals("done"))
                        .isPresent();
    }
}
