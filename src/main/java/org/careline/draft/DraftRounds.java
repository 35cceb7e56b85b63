package org.careline.draft;

import java.time.Clock;
import java.time.Duration;
import org.careline.store.Rounds;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Deletes drafts whose time is over. Any number of nodes may do it at once. */
final class DraftRounds extends Rounds {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PAGE = 200;

    private final MongoTemplate store;
    private final Clock clock;

    DraftRounds(MongoTemplate store, Clock clock) {
        super("drafts", PAUSE);
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void work() {
        int looked = PAGE;
        while (looked == PAGE) {
            looked = StoredDrafts.sweep(store, clock.instant(), PAGE);
        }
    }
}
