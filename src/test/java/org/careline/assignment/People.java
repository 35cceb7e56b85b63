package org.careline.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;
import org.jspecify.annotations.Nullable;

/** Coordinators who come and go as a test says, and are on shift until it says otherwise. */
public final class People implements Roster, PresenceBook {

    private final List<Coordinator> coordinators;
    private final Burst burst;
    private final Set<CoordinatorId> offShift = ConcurrentHashMap.newKeySet();
    private final Map<CoordinatorId, Presence> said = new ConcurrentHashMap<>();

    public People(Burst burst, List<Coordinator> coordinators) {
        this.burst = burst;
        this.coordinators = List.copyOf(coordinators);
    }

    public static Coordinator one(String id, int weight, int capacity, String... languages) {
        return new Coordinator(
                id, "The one called " + id, "+13055550111", Set.of(languages), Set.of(), weight, capacity, List.of());
    }

    public static Burst burst(int leads) {
        return new Burst(leads, Duration.ofMinutes(10));
    }

    public void goesHome(String id) {
        offShift.add(new CoordinatorId(id));
    }

    public void comes(String id) {
        offShift.remove(new CoordinatorId(id));
        said.remove(new CoordinatorId(id));
    }

    public void says(String id, State state, Instant since) {
        CoordinatorId who = new CoordinatorId(id);
        said.put(who, new Presence(who, 1, state, since, since.plus(Duration.ofHours(8))));
    }

    @Override
    public List<Coordinator> coordinators() {
        return coordinators;
    }

    @Override
    public Burst burst() {
        return burst;
    }

    @Override
    public Optional<Coordinator> find(CoordinatorId id) {
        return coordinators.stream().filter(one -> one.key().equals(id)).findFirst();
    }

    @Override
    public boolean onShift(Coordinator coordinator, Instant when) {
        return !offShift.contains(coordinator.key());
    }

    @Override
    public Optional<Instant> offShiftSince(Coordinator coordinator, Instant when) {
        return Optional.empty();
    }

    @Override
    public Map<CoordinatorId, Presence> all() {
        return Map.copyOf(said);
    }

    @Override
    public Presence say(CoordinatorId coordinator, State state, @Nullable Duration length) {
        throw new UnsupportedOperationException("a test uses says()");
    }
}
