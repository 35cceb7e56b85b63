package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.careline.waiting.WaitEnd.How;
import org.springframework.stereotype.Component;

/**
 * Why callers are about to leave the line: a queue's own documents cannot dial, so the wish is carried out when the caller is
 * out of it. Remembered here for the moment in between, so that it survives a store that is away.
 */
@Component
final class PendingExits {

    private static final int MOST = 10_000;
    private static final Duration LASTS = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<WaitingId, Exit> known = new LinkedHashMap<>();

    private record Exit(How how, Instant at) {}

    PendingExits(Clock clock) {
        this.clock = clock;
    }

    synchronized void wants(WaitingId id, How how) {
        Instant now = clock.instant();
        known.values().removeIf(exit -> now.isAfter(exit.at().plus(LASTS)));
        if (known.size() < MOST) {
            known.put(id, new Exit(how, now));
        }
    }

    synchronized Optional<How> of(WaitingId id) {
        return Optional.ofNullable(known.get(id)).map(Exit::how);
    }
}
