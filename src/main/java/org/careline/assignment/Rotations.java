package org.careline.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;
import org.springframework.stereotype.Component;

/** Reads the rotation as it is now. */
@Component
public final class Rotations {

    private final Roster roster;
    private final PresenceBook presence;
    private final WorkloadStore workloads;
    private final Clock clock;

    Rotations(Roster roster, PresenceBook presence, WorkloadStore workloads, Clock clock) {
        this.roster = roster;
        this.presence = presence;
        this.workloads = workloads;
        this.clock = clock;
    }

    /** @throws org.careline.store.StoreUnavailable if the store does not answer in time */
    public Rotation read() {
        return of(workloads.all());
    }

    /** The time by which it is read. */
    Instant now() {
        return clock.instant();
    }

    /** Who was given leads once and is no longer in the roster. */
    List<CoordinatorId> departed() {
        return workloads.all().stream()
                .map(Workload::id)
                .filter(id -> roster.find(id).isEmpty())
                .toList();
    }

    Rotation of(List<Workload> stored) {
        List<CoordinatorId> onCall =
                roster.onCall().stream().map(Coordinator::key).toList();
        Instant now = clock.instant();
        Map<CoordinatorId, Presence> said = presence.all();
        Map<CoordinatorId, Workload> loads =
                stored.stream().collect(Collectors.toMap(Workload::id, Function.identity()));
        return new Rotation(
                roster.coordinators().stream()
                        .map(who -> candidate(who, said, loads, now).onCall(onCall.indexOf(who.key()) + 1))
                        .toList(),
                now);
    }

    private Candidate candidate(
            Coordinator who, Map<CoordinatorId, Presence> said, Map<CoordinatorId, Workload> loads, Instant now) {
        CoordinatorId id = who.key();
        return Candidate.of(
                who,
                roster.onShift(who, now),
                said.get(id),
                loads.getOrDefault(id, Workload.none(id)),
                roster.burst(),
                now);
    }
}
