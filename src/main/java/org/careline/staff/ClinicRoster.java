package org.careline.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;

/** The roster of {@code coordinators.yaml}. */
final class ClinicRoster implements Roster {

    private static final int DAYS_BACK = 8;

    private final ClinicCoordinators file;
    private final ZoneId zone;

    /** @param zone the clinic's */
    ClinicRoster(ClinicCoordinators file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    @Override
    public List<Coordinator> coordinators() {
        return file.coordinators();
    }

    @Override
    public Burst burst() {
        return file.burst();
    }

    @Override
    public Optional<Coordinator> find(CoordinatorId id) {
        return file.coordinators().stream()
                .filter(one -> one.id().equals(id.value()))
                .findFirst();
    }

    @Override
    public boolean onShift(Coordinator coordinator, Instant when) {
        return shifts(coordinator, dateOf(when)).anyMatch(shift -> shift.covers(when));
    }

    @Override
    public Optional<Instant> offShiftSince(Coordinator coordinator, Instant when) {
        if (onShift(coordinator, when)) {
            return Optional.empty();
        }
        LocalDate today = dateOf(when);
        return today.minusDays(DAYS_BACK)
                .datesUntil(today.plusDays(1))
                .flatMap(date -> shifts(coordinator, date))
                .map(Span::to)
                .filter(end -> !end.isAfter(when))
                .max(Comparator.naturalOrder());
    }

    private LocalDate dateOf(Instant when) {
        return when.atZone(zone).toLocalDate();
    }

    private Stream<Span> shifts(Coordinator coordinator, LocalDate date) {
        return coordinator.shifts().stream()
                .filter(shift -> shift.days().contains(date.getDayOfWeek()))
                .map(shift -> Span.of(shift.period(), date, zone));
    }
}
