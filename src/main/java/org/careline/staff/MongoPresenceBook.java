package org.careline.staff;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Presence.State;
import org.careline.store.Budget;
import org.careline.store.Change;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoredReads;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document per coordinator who ever said something, found by their ids. */
final class MongoPresenceBook implements PresenceBook {

    static final String PRESENCE = "presence";

    private final StoredReads<Presence> reads;
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
        this.reads = new StoredReads<>(store, PRESENCE, Presence.class, Budget.OF_A_READER);
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
        return reads.all("read who is here", Filters.in("_id", ids)).stream()
                .collect(Collectors.toMap(Presence::id, presence -> presence));
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
