package org.careline.telephony;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.careline.contact.Language;
import org.careline.routing.CallPlan;
import org.careline.routing.KnownCaller;
import org.careline.routing.PhoneActivity;
import org.careline.routing.Staffing;
import org.careline.routing.Team;
import org.careline.speech.Clinic;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.CoordinatorId;
import org.careline.staff.DayPeriod;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.careline.staff.WeekPeriod;
import org.careline.support.MovableClock;
import org.jspecify.annotations.Nullable;

/** Makes up clinics, and what happens to them: who calls, who is here, what whoever picks up does. */
final class CallDay {

    private static final List<Set<String>> LANGUAGES = List.of(Set.of("en"), Set.of("es"), Set.of("en", "es"));
    private static final List<DayOfWeek> EVERY_DAY = List.of(DayOfWeek.values());

    private final Random random;

    CallDay(long seed) {
        this.random = new Random(seed);
    }

    /** The files of a clinic. */
    record Files(CallPlan plan, ClinicHours hours, List<Coordinator> coordinators) {}

    /** What whoever or whatever is at a coordinator's phone does. */
    enum Reaction {
        ACCEPTS,
        PRESSES_ANOTHER_KEY,
        PRESSES_NOTHING,
        MAILBOX,
        HANGS_UP_AT_THE_WHISPER,
        DOES_NOT_ANSWER,
        IS_BUSY,
        CANNOT_BE_REACHED,
        IS_CANCELED
    }

    /**
     * One call.
     *
     * @param patience after which the caller hangs up, unless they talk
     * @param message how long their message is; zero for none
     * @param storeDown nothing that another node learnt can be found
     */
    record Call(
            Instant at,
            String dialled,
            KnownCaller caller,
            Staffing staffing,
            Map<CoordinatorId, Reaction> reactions,
            Duration patience,
            Duration message,
            boolean storeDown) {}

    Files files() {
        List<Coordinator> coordinators = IntStream.range(0, random.nextInt(7))
                .mapToObj(this::coordinator)
                .toList();
        ClinicHours hours = new ClinicHours(
                ZoneOffset.UTC,
                week(),
                IntStream.range(0, random.nextInt(3)).mapToObj(this::holiday).toList());
        CallPlan plan = Team.plan(5 + random.nextInt(56), random.nextInt(9));
        return new Files(plan, hours, coordinators);
    }

    private Coordinator coordinator(int number) {
        return Team.coordinator("c" + number, pick(LANGUAGES), week());
    }

    private List<WeekPeriod> week() {
        if (random.nextBoolean()) {
            return List.of(new WeekPeriod(EVERY_DAY, "00:00", "24:00"));
        }
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(any -> {
                    DayPeriod period = period();
                    return new WeekPeriod(days(), period.from(), period.to());
                })
                .toList();
    }

    private List<DayOfWeek> days() {
        EnumSet<DayOfWeek> days = EnumSet.of(pick(EVERY_DAY));
        EVERY_DAY.stream().filter(day -> random.nextInt(3) > 0).forEach(days::add);
        return List.copyOf(days);
    }

    private DayPeriod period() {
        int from = random.nextInt(40);
        int to = from + 1 + random.nextInt(48 - from);
        return new DayPeriod(clock(from), clock(to));
    }

    private static String clock(int halfHours) {
        return "%02d:%02d".formatted(halfHours / 2, halfHours % 2 * 30);
    }

    /** In the week of the calls. */
    private Holiday holiday(int number) {
        LocalDate date =
                LocalDate.ofInstant(MovableClock.MONDAY_NINE, ZoneOffset.UTC).plusDays(4L * number + random.nextInt(4));
        return new Holiday(date, "Holiday " + number, random.nextBoolean() ? List.of() : List.of(period()));
    }

    Call call(Files clinic) {
        Instant at = MovableClock.MONDAY_NINE.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
        Map<CoordinatorId, Presence> presence = new HashMap<>();
        Map<CoordinatorId, Reaction> reactions = new HashMap<>();
        List<CoordinatorId> turns = new ArrayList<>();
        for (Coordinator one : clinic.coordinators()) {
            turns.add(one.key());
            reactions.put(one.key(), pick(List.of(Reaction.values())));
            if (random.nextInt(4) == 0) {
                presence.put(one.key(), presence(one.key(), at));
            }
        }
        Collections.shuffle(turns, random);
        return new Call(
                at,
                random.nextInt(12) == 0 ? Clinic.UNKNOWN_NUMBER : pick(List.of(Clinic.NUMBER, Clinic.SPANISH_NUMBER)),
                new KnownCaller(
                        owner(),
                        Optional.ofNullable(language()).map(Language::new).orElse(null)),
                new Staffing(presence, turns.subList(0, random.nextInt(turns.size() + 1)), PhoneActivity.NONE),
                reactions,
                Duration.ofSeconds(random.nextInt(3) > 0 ? 100_000 : random.nextInt(400)),
                Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(400)),
                random.nextBoolean());
    }

    private Presence presence(CoordinatorId id, Instant at) {
        Instant until = at.plusSeconds(random.nextInt(1_200) - 600L);
        return new Presence(id, 1, pick(List.of(State.values())), at.minusSeconds(900), until);
    }

    /** Also one who works here no more. */
    private @Nullable CoordinatorId owner() {
        return random.nextBoolean() ? null : new CoordinatorId("c" + random.nextInt(8));
    }

    private @Nullable String language() {
        return random.nextInt(3) > 0 ? null : pick(List.of("en", "es", "es-US", "fr"));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
