package org.careline.staff;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Presence.State;
import org.careline.store.Change;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreBoundary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document per coordinator who ever said something, found by their ids. */
final class MongoPresenceBook implements PresenceBook {

    static final String PRESENCE = "presence";

    /** A reader is told within a second that the store does not answer (contract.md, "Paths"). */
    private static final long BUDGET_MS = 800;

    private final MongoTemplate store;
    private final GuardedStore<CoordinatorId, Presence> guarded;
    private final Roster roster;
    private final Consumer<PresenceSaid> news;
    private final Clock clock;

    /** @param news told of what was said here */
    MongoPresenceBook(
            MongoTemplate store,
            GuardedStore<CoordinatorId, Presence> guarded,
            Roster roster,
            Consumer<PresenceSaid> news,
            Clock clock) {
        this.store = store;
        this.guarded = guarded;
        this.roster = roster;
        this.news = news;
        this.clock = clock;
    }

    static MongoPresenceBook in(MongoTemplate store, Roster roster, Consumer<PresenceSaid> news, Clock clock) {
        return new MongoPresenceBook(
                store, new MongoGuardedStore<>(store, PRESENCE, Presence.class, clock), roster, news, clock);
    }

    @Override
    public Map<CoordinatorId, Presence> all() {
        List<String> ids = roster.coordinators().stream().map(Coordinator::id).toList();
        return StoreBoundary.call("read who is here", () -> said(ids));
    }

    private Map<CoordinatorId, Presence> said(List<String> ids) {
        Map<CoordinatorId, Presence> said = new HashMap<>();
        store.getCollection(PRESENCE)
                .withTimeout(BUDGET_MS, TimeUnit.MILLISECONDS)
                .find(Filters.in("_id", ids))
                .batchSize(ids.size() + 1)
                .map(document -> store.getConverter().read(Presence.class, document))
                .forEach(presence -> said.put(presence.id(), presence));
        return said;
    }

    @Override
    public Presence say(CoordinatorId coordinator, State state, @Nullable Duration length) {
        if (length != null && !Presence.canLast(length)) {
            throw new IllegalArgumentException("A state lasts longer than 0 and up to " + Presence.LONGEST);
        }
        Duration lasts = length == null ? state.usual() : length;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Change<Presence> said =
                guarded.change(Presence.unsaid(coordinator), before -> Optional.of(before.saying(state, now, lasts)));
        Presence counts = said.after().orElseThrow();
        news.accept(new PresenceSaid(coordinator));
        return said.written() ? counts.stored() : counts;
    }
}
