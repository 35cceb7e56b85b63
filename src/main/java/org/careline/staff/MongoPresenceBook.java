package org.careline.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Presence.State;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** Presence in the store, one document for each coordinator. */
final class MongoPresenceBook implements PresenceBook {

    private static final int TRIES = 8;

    private final GuardedStore<CoordinatorId, Presence> store;
    private final Roster roster;
    private final Clock clock;

    MongoPresenceBook(GuardedStore<CoordinatorId, Presence> store, Roster roster, Clock clock) {
        this.store = store;
        this.roster = roster;
        this.clock = clock;
    }

    @Override
    public Map<CoordinatorId, Presence> all() {
        return store.find(roster.coordinators().stream().map(Coordinator::key).collect(Collectors.toSet()));
    }

    @Override
    public Presence say(CoordinatorId coordinator, State state, @Nullable Duration length) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Presence> known =
                    Optional.ofNullable(store.find(List.of(coordinator)).get(coordinator));
            Presence said = said(coordinator, state, length, known);
            if (!store.write(List.of(said)).isEmpty()) {
                return said;
            }
        }
        throw new StoreUnavailable("take somebody's presence");
    }

    /** Who says the same again has been so since the first time. */
    private Presence said(CoordinatorId coordinator, State state, @Nullable Duration length, Optional<Presence> known) {
        Instant now = clock.instant();
        Instant since = known.filter(before -> before.at(now) == state)
                .map(Presence::since)
                .orElse(now);
        Duration lasts = length == null ? usual(state) : length;
        return new Presence(coordinator, known.map(Presence::rev).orElse(0L), state, since, now.plus(lasts));
    }

    private static Duration usual(State state) {
        return switch (state) {
            case HERE -> Duration.ZERO;
            case AWAY -> Presence.AWAY_LASTS;
            case PAUSED -> Presence.PAUSE_LASTS;
        };
    }
}
