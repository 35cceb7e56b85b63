package org.careline.draft;

import java.time.Clock;
import java.time.Duration;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Deletes drafts whose time is over. Any number of nodes may do it at once. */
final class DraftRounds extends BackgroundJob {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PAGE = 200;

    private final MongoTemplate store;
    private final Clock clock;

    DraftRounds(MongoTemplate store, Clock clock) {
        super("drafts", Pace.every(PAUSE));
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected Next work() {
        int looked = PAGE;
        while (looked == PAGE) {
            looked = StoredDrafts.sweep(store, clock.instant(), PAGE);
        }
        return Next.IDLE;
    }
}
