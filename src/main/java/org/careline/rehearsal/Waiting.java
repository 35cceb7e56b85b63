package org.careline.rehearsal;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A line in a queue. */
final class Waiting {

    final Line line;
    final Queue queue;
    final Instant since;

    /** Who takes it out; empty while nobody does. */
    Optional<Line> taker = Optional.empty();

    /** Played to it before the bridge; empty for nothing. */
    Optional<URI> before = Optional.empty();

    /** It has heard that. */
    boolean ready;

    /** When it was taken out; {@link #since} until then. */
    Instant takenAt;

    /** The talk is over, or does not come about. */
    boolean done;

    Waiting(Line line, Queue queue, Instant since) {
        this.line = line;
        this.queue = queue;
        this.since = since;
        this.takenAt = since;
    }

    boolean taken() {
        return taker.isPresent();
    }
}
