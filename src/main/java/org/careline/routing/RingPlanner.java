package org.careline.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careline.routing.RingPlan.Considered;
import org.careline.routing.RingPlan.Reason;
import org.careline.routing.RingPlan.Ring;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.careline.staff.Presence;
import org.careline.staff.Roster;
import org.jspecify.annotations.Nullable;

/**
 * Makes ring plans. Pure; safe for any number of threads.
 *
 * <p>While the clinic is open, the owner of the caller's lead comes first, if they are on shift and here; then, in the order
 * of the call plan, the others who are on shift and here, speak the caller's language, as far as it is known, and know what
 * the number that was called needs. Who talks with another caller comes when they are free.
 */
public final class RingPlanner {

    private final CallPlan rules;
    private final List<Coordinator> coordinators;
    private final List<CoordinatorId> ids;
    private final Roster roster;
    private final OpeningHours hours;
    private final SpokenTimes spoken;
    private final String version;
    private volatile @Nullable StaffAtSecond last;

    /**
     * @param files what {@code hours} was made from
     * @param spoken how long the words around the rings are
     */
    public RingPlanner(CallPlan rules, Roster roster, ClinicHours files, OpeningHours hours, SpokenTimes spoken) {
        this.rules = rules;
        this.coordinators = List.copyOf(roster.coordinators());
        this.ids = coordinators.stream().map(Coordinator::key).toList();
        this.roster = roster;
        this.hours = hours;
        this.spoken = spoken;
        this.version = PlanVersion.of(rules, files, roster);
    }

    /** The name of the rules of every plan made here. */
    public String rule() {
        return rules.rule();
    }

    /** The version of every plan made here. */
    public String version() {
        return version;
    }

    /** The coordinator at a position of the file; empty in a plan of another version, or if there is no such position. */
    public Optional<Coordinator> coordinator(String planVersion, int position) {
        boolean known = planVersion.equals(version) && position >= 0 && position < coordinators.size();
        return known ? Optional.of(coordinators.get(position)) : Optional.empty();
    }

    /** The position of a coordinator in the file; empty if they are not in it. */
    public Optional<Integer> position(CoordinatorId coordinator) {
        int position = ids.indexOf(coordinator);
        return position < 0 ? Optional.empty() : Optional.of(position);
    }

    /** The plan of a call that comes in now. */
    public RingPlan plan(KnownCaller caller, Staffing staffing, Instant now) {
        StaffAtSecond moment = moment(now);
        List<Reason> reasons = orAnybody(
                IntStream.range(0, coordinators.size())
                        .mapToObj(position -> reason(position, moment, caller, staffing, now))
                        .toList(),
                position -> fitting(position, caller),
                position -> onThePhone(ids.get(position), caller, staffing.activity(), now));
        Comparator<Integer> order = inOrder(caller, staffing);
        List<Integer> willing = positions(reasons, Reason::willing, order);
        List<Integer> rung = willing.subList(0, Math.min(rules.mostCoordinators(), willing.size()));
        List<Ring> rings = timed(rung, !rung.isEmpty() && reasons.get(rung.get(0)) == Reason.OWNER);
        List<Ring> later = rules.mostCoordinators() == 0
                ? List.of()
                : positions(reasons, Reason::busy, order).stream()
                        .map(position -> new Ring(position, ids.get(position), Duration.ZERO))
                        .toList();
        return new RingPlan(version, moment.opening(), rings, later, considered(reasons, rings), bound(rings.size()));
    }

    /** A human who does not fit is better than none, if the clinic says so. */
    private List<Reason> orAnybody(List<Reason> reasons, IntPredicate fitting, IntFunction<Reason> otherwise) {
        boolean somebody = IntStream.range(0, reasons.size())
                .anyMatch(position -> fitting.test(position)
                        && (reasons.get(position).willing()
                                || reasons.get(position).busy()));
        return somebody || !rules.anybodyIfNobodyFits()
                ? reasons
                : IntStream.range(0, reasons.size())
                        .mapToObj(position -> reasons.get(position).unfit()
                                ? betterThanNobody(otherwise.apply(position))
                                : reasons.get(position))
                        .toList();
    }

    private static Reason betterThanNobody(Reason reason) {
        return reason.willing() ? Reason.BETTER_THAN_NOBODY : reason;
    }

    private static List<Integer> positions(List<Reason> reasons, Predicate<Reason> wanted, Comparator<Integer> order) {
        return IntStream.range(0, reasons.size())
                .boxed()
                .filter(position -> wanted.test(reasons.get(position)))
                .sorted(order)
                .toList();
    }

    /** The owner's phone rings alone; the others are counted from its end. */
    private List<Ring> timed(List<Integer> order, boolean owner) {
        Duration ring = rules.longestRing();
        List<Ring> timed = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            int position = order.get(place);
            Duration after = owner && place > 0
                    ? ring.plus(rules.ring().after(place - 1, ring, rules.stepSeconds()))
                    : rules.ring().after(place, ring, rules.stepSeconds());
            timed.add(new Ring(position, ids.get(position), after));
        }
        return timed;
    }

    private StaffAtSecond moment(Instant now) {
        StaffAtSecond known = last;
        if (known == null || !known.covers(now)) {
            known = StaffAtSecond.at(now, hours, roster, coordinators);
            last = known;
        }
        return known;
    }

    private Reason reason(int position, StaffAtSecond moment, KnownCaller caller, Staffing staffing, Instant now) {
        if (!moment.opening().open()) {
            return Reason.CLINIC_CLOSED;
        }
        if (!moment.onShift().get(position)) {
            return Reason.OFF_SHIFT;
        }
        Coordinator one = coordinators.get(position);
        CoordinatorId id = ids.get(position);
        return switch (state(staffing.presence().get(id), now)) {
            case AWAY -> Reason.AWAY;
            case PAUSED -> Reason.PAUSED;
            case HERE -> fits(one, id, caller).orElseGet(() -> onThePhone(id, caller, staffing.activity(), now));
        };
    }

    /** Why they do not fit; the owner fits whatever the language, where they come first. */
    private Optional<Reason> fits(Coordinator one, CoordinatorId id, KnownCaller caller) {
        if (rules.ownerFirst() && caller.isOwnedBy(id)) {
            return Optional.empty();
        }
        if (!caller.canTalkWith(one.languages())) {
            return Optional.of(Reason.OTHER_LANGUAGE);
        }
        return one.skills().containsAll(caller.skills()) ? Optional.empty() : Optional.of(Reason.OTHER_SKILLS);
    }

    /** Whether the language and the skills are theirs, owner or not. */
    private boolean fitting(int position, KnownCaller caller) {
        Coordinator one = coordinators.get(position);
        return caller.canTalkWith(one.languages()) && one.skills().containsAll(caller.skills());
    }

    private Reason onThePhone(CoordinatorId id, KnownCaller caller, PhoneActivity activity, Instant now) {
        if (activity.talking().contains(id)) {
            return Reason.ON_A_CALL;
        }
        Instant ended = activity.talkEnded().get(id);
        if (ended != null && now.isBefore(ended.plus(rules.wrapUp()))) {
            return Reason.WRAPPING_UP;
        }
        return rules.ownerFirst() && caller.isOwnedBy(id) ? Reason.OWNER : Reason.IN_TURN;
    }

    private static Presence.State state(@Nullable Presence said, Instant now) {
        return said == null ? Presence.State.HERE : said.at(now);
    }

    private Comparator<Integer> inOrder(KnownCaller caller, Staffing staffing) {
        PhoneActivity activity = staffing.activity();
        Comparator<Integer> turn = Comparator.comparing(position -> staffing.turn(ids.get(position)));
        Comparator<Integer> order = switch (rules.order()) {
            case ROTATING -> turn;
            case FIXED -> Comparator.naturalOrder();
            case LONGEST_IDLE ->
                Comparator.comparing((Integer position) ->
                                activity.talkEnded().getOrDefault(ids.get(position), Instant.EPOCH))
                        .thenComparing(turn);
            case FEWEST_CALLS ->
                Comparator.comparing((Integer position) -> activity.callsToday().getOrDefault(ids.get(position), 0))
                        .thenComparing(turn);
        };
        return Comparator.comparing((Integer position) -> !(rules.ownerFirst() && caller.isOwnedBy(ids.get(position))))
                .thenComparing(order)
                .thenComparing(Comparator.naturalOrder());
    }

    private List<Considered> considered(List<Reason> reasons, List<Ring> rings) {
        Set<Integer> rung = rings.stream().map(Ring::position).collect(Collectors.toSet());
        List<Considered> all = new ArrayList<>();
        for (int position = 0; position < reasons.size(); position++) {
            Reason reason = reasons.get(position);
            boolean leftOut = reason.willing() && !rung.contains(position);
            all.add(new Considered(coordinators.get(position).key(), leftOut ? Reason.ENOUGH_BEFORE_THEM : reason));
        }
        return all;
    }

    /** The bound of a plan that rings as many as may be: no plan made here has a later one. */
    public Duration longest() {
        return bound(rules.mostCoordinators());
    }

    private Duration bound(int rings) {
        Duration ring = Duration.ofSeconds(rules.ringSeconds())
                .plus(CallPlan.TWILIO_ADDS)
                .plus(spoken.whisper())
                .plus(spoken.hold())
                .plusSeconds(rules.keySeconds());
        return spoken.greeting().plus(ring.multipliedBy(rings)).plus(spoken.voicemail());
    }
}
