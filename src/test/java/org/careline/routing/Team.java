package org.careline.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careline.settings.LocalizedText;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.CoordinatorId;
import org.careline.staff.DayPeriod;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.careline.staff.WeekPeriod;

/** Invented coordinators and hours, read off their records without daylight saving: the clinic's zone is UTC. */
public final class Team {

    public static final CallPlan PLAN = plan(20, 3);
    public static final SpokenTimes SPOKEN =
            new SpokenTimes(Duration.ofSeconds(15), Duration.ofSeconds(6), Duration.ZERO, Duration.ofSeconds(360));

    private static final List<DayOfWeek> EVERY_DAY = List.of(DayOfWeek.values());

    private Team() {}

    public static CallPlan plan(int ringSeconds, int mostCoordinators) {
        return new CallPlan(
                ringSeconds,
                mostCoordinators,
                true,
                RingOrder.ROTATING,
                RingStrategy.ONE_BY_ONE,
                10,
                false,
                Duration.ZERO,
                8,
                Duration.ofMinutes(60),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                new LocalizedText("We are closed.", "Está cerrado."),
                new LocalizedText("Closed for {holiday}.", "Cerrado por {holiday}."),
                new LocalizedText("Nobody is free.", "Nadie está libre."));
    }

    /** On shift every day from one o'clock to another; the phone is made from the id. */
    public static Coordinator coordinator(String id, Set<String> languages, String from, String to) {
        return coordinator(id, languages, List.of(new WeekPeriod(EVERY_DAY, from, to)));
    }

    public static Coordinator coordinator(String id, Set<String> languages, List<WeekPeriod> shifts) {
        String phone = "+1305555%04d".formatted(100 + Math.floorMod(id.hashCode(), 100));
        return new Coordinator(id, "Name of " + id, phone, languages, Set.of(), 1, 40, shifts);
    }

    public static Coordinator always(String id, String... languages) {
        return coordinator(id, Set.of(languages), "00:00", "24:00");
    }

    public static CoordinatorId id(String id) {
        return new CoordinatorId(id);
    }

    public static ClinicHours hours(String from, String to, Holiday... holidays) {
        return new ClinicHours(ZoneOffset.UTC, List.of(new WeekPeriod(EVERY_DAY, from, to)), List.of(holidays));
    }

    public static RingPlanner planner(CallPlan plan, ClinicHours hours, Coordinator... coordinators) {
        return planner(plan, hours, List.of(coordinators), SPOKEN);
    }

    public static RingPlanner planner(
            CallPlan plan, ClinicHours hours, List<Coordinator> coordinators, SpokenTimes spoken) {
        return new RingPlanner(plan, new Shifts(coordinators), hours, new Hours(hours), spoken);
    }

    private static boolean covers(Collection<WeekPeriod> week, Instant when) {
        LocalDateTime local = LocalDateTime.ofInstant(when, ZoneOffset.UTC);
        return week.stream()
                .filter(period -> period.days().contains(local.getDayOfWeek()))
                .anyMatch(period -> within(new DayPeriod(period.from(), period.to()), local));
    }

    private static boolean within(DayPeriod period, LocalDateTime local) {
        Duration since = Duration.between(local.truncatedTo(ChronoUnit.DAYS), local);
        return since.compareTo(period.begin()) >= 0 && since.compareTo(period.end()) < 0;
    }

    /** A roster of these. */
    public record Shifts(List<Coordinator> coordinators) implements Roster {

        @Override
        public Burst burst() {
            return new Burst(3, Duration.ofMinutes(10));
        }

        @Override
        public Optional<Coordinator> find(CoordinatorId id) {
            return coordinators.stream().filter(one -> one.key().equals(id)).findFirst();
        }

        @Override
        public boolean onShift(Coordinator coordinator, Instant when) {
            return covers(coordinator.shifts(), when);
        }

        @Override
        public Optional<Instant> offShiftSince(Coordinator coordinator, Instant when) {
            throw new UnsupportedOperationException();
        }
    }

    /** The hours of a file. */
    public record Hours(ClinicHours file) implements OpeningHours {

        @Override
        public ZoneId zone() {
            return file.zone();
        }

        @Override
        public boolean openAt(Instant when) {
            LocalDateTime local = LocalDateTime.ofInstant(when, ZoneOffset.UTC);
            return holiday(when)
                    .map(day -> day.open().stream().anyMatch(period -> within(period, local)))
                    .orElseGet(() -> covers(file.open(), when));
        }

        @Override
        public Optional<Holiday> holiday(Instant when) {
            LocalDateTime local = LocalDateTime.ofInstant(when, ZoneOffset.UTC);
            return file.holidays().stream()
                    .filter(day -> day.date().equals(local.toLocalDate()))
                    .findFirst();
        }

        @Override
        public Optional<Instant> openFrom(Instant when) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant openUntil(Instant when) {
            throw new UnsupportedOperationException();
        }
    }
}
