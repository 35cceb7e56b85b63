package org.careline.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;

/** The roster of a clinic's file. */
final class ClinicRoster implements Roster {

    private static final Duration WEEK = Duration.ofDays(7);

    private final ClinicCoordinators staff;
    private final Map<CoordinatorId, Coordinator> byId;
    private final Map<CoordinatorId, Timetable> shifts;

    ClinicRoster(ClinicCoordinators staff, ZoneId zone) {
        this.staff = staff;
        this.byId = staff.coordinators().stream()
                .collect(Collectors.toUnmodifiableMap(Coordinator::key, Function.identity()));
        this.shifts = staff.coordinators().stream()
                .collect(Collectors.toUnmodifiableMap(Coordinator::key, one -> Timetable.weekly(zone, one.shifts())));
    }

    @Override
    public List<Coordinator> coordinators() {
        return staff.coordinators();
    }

    @Override
    public List<Coordinator> onCall() {
        List<String> ids = staff.onCall();
        return ids == null
                ? staff.coordinators()
                : ids.stream()
                        .map(CoordinatorId::new)
                        .flatMap(id -> find(id).stream())
                        .toList();
    }

    @Override
    public Burst burst() {
        return staff.burst();
    }

    @Override
    public Optional<Coordinator> find(CoordinatorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public boolean onShift(Coordinator coordinator, Instant when) {
        Timetable theirs = shifts.get(coordinator.key());
        return theirs != null && theirs.covers(when);
    }

    @Override
    public Optional<Instant> offShiftSince(Coordinator coordinator, Instant when) {
        Timetable theirs = shifts.get(coordinator.key());
        return theirs == null || theirs.covers(when) ? Optional.empty() : lastEnd(theirs, when);
    }

    /** Goes from change to change through the week before. */
    private static Optional<Instant> lastEnd(Timetable shifts, Instant when) {
        Instant lastEnd = null;
        boolean on = shifts.covers(when.minus(WEEK));
        Optional<Instant> next = shifts.change(!on, when.minus(WEEK), when);
        while (next.isPresent()) {
            on = !on;
            lastEnd = on ? lastEnd : next.get();
            next = shifts.change(!on, next.get(), when);
        }
        return Optional.ofNullable(lastEnd);
    }
}
