package org.careline.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds that are not finished. One that nobody asked for within ten minutes is forgotten, as in MongoDB. */
final class Cursors {

    private static final long IDLE_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Clock clock;
    private final Map<Long, Open> open = new ConcurrentHashMap<>();

    Cursors(Clock clock) {
        this.clock = clock;
    }

    long add(Query query) {
        long now = clock.millis();
        open.values().removeIf(cursor -> cursor.usedAt + IDLE_MILLIS < now);
        long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        open.put(id, new Open(query, now));
        return id;
    }

    /** Takes it out: a cursor serves one caller at a time, who puts it back. */
    Query take(long id) {
        return Optional.ofNullable(open.remove(id))
                .map(Open::query)
                .orElseThrow(() -> new MongoServerError(43, "CursorNotFound", "cursor id " + id + " not found"));
    }

    void putBack(long id, Query query) {
        open.put(id, new Open(query, clock.millis()));
    }

    boolean kill(long id) {
        return open.remove(id) != null;
    }

    private record Open(Query query, long usedAt) {}
}
