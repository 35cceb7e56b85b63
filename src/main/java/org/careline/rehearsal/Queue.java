package org.careline.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A queue of waiting lines; made by the first that is put there, and never taken away. */
final class Queue {

    /** Twilio, "Queues": a queue is made with room for 100. */
    private static final int ROOM = 100;

    final String sid;
    final String name;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    Queue(String sid, String name) {
        this.sid = sid;
        this.name = name;
    }

    boolean full() {
        return waiting.size() >= ROOM;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    Waiting add(Line line, Instant now) {
        Waiting entry = new Waiting(line, this, now);
        waiting.add(entry);
        return entry;
    }

    Optional<Waiting> takeFirst(Line taker) {
        Optional<Waiting> first = Optional.ofNullable(waiting.poll());
        first.ifPresent(entry -> entry.taker = Optional.of(taker));
        return first;
    }

    void remove(Waiting entry) {
        boolean unused = waiting.remove(entry);
    }

    /** What a waiting line's document is asked for with. */
    Form form(Waiting entry, Instant now) {
        List<Waiting> all = new ArrayList<>(waiting);
        long average = (long)
                all.stream().mapToLong(each -> seconds(each, now)).average().orElse(0);
        return Form.EMPTY
                .with("QueueSid", sid)
                .with("QueuePosition", String.valueOf(all.indexOf(entry) + 1))
                .with("QueueTime", String.valueOf(seconds(entry, now)))
                .with("AvgQueueTime", String.valueOf(average))
                .with("CurrentQueueSize", String.valueOf(all.size()));
    }

    static long seconds(Waiting entry, Instant now) {
        return Duration.between(entry.since, now).toSeconds();
    }
}
