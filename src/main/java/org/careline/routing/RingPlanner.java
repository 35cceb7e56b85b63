package org.careline.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * <p>While the clinic is open, the owner of the caller's lead is rung first if they are on shift and here; then, in the order
 * of the pool, the others who are on shift and here and speak the caller's language, as far as it is known.
 */
public final class RingPlanner {

    private final CallPlan rules;
    private final List<Coordinator> coordinators;
    private final List<CoordinatorId> ids;
    private final Roster roster;
    private final OpeningHours hours;
    private final SpokenTimes spoken;
    private final String version;
    private volatile @Nullable Moment last;

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

    /** The version of every plan made here. */
    public String version() {
        return version;
    }

    /** The coordinator at a position of the file; empty in a plan of another version, or if there is no such position. */
    public Optional<Coordinator> coordinator(String planVersion, int position) {
        boolean known = planVersion.equals(version) && position >= 0 && position < coordinators.size();
        return known ? Optional.of(coordinators.get(position)) : Optional.empty();
    }

    /** The plan of a call that comes in now. */
    public RingPlan plan(Caller caller, Staffing staffing, Instant now) {
        Moment moment = moment(now);
        List<Reason> reasons = IntStream.range(0, coordinators.size())
                .mapToObj(position -> reason(position, moment, caller, staffing, now))
                .toList();
        List<Ring> willing = IntStream.range(0, coordinators.size())
                .filter(position -> reasons.get(position).willing())
                .mapToObj(position -> new Ring(position, ids.get(position)))
                .sorted(inOrder(caller, staffing))
                .toList();
        List<Ring> rings = willing.subList(0, Math.min(rules.mostCoordinators(), willing.size()));
        return new RingPlan(version, moment.opening(), rings, considered(reasons, rings), bound(rings.size()));
    }

    private Moment moment(Instant now) {
        Moment known = last;
        if (known == null || !known.covers(now)) {
            known = Moment.at(now, hours, roster, coordinators);
            last = known;
        }
        return known;
    }

    private Reason reason(int position, Moment moment, Caller caller, Staffing staffing, Instant now) {
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
            case HERE -> called(one, id, caller);
        };
    }

    private static Reason called(Coordinator one, CoordinatorId id, Caller caller) {
        if (caller.isOwnedBy(id)) {
            return Reason.OWNER;
        }
        return caller.canTalkWith(one.languages()) ? Reason.IN_TURN : Reason.OTHER_LANGUAGE;
    }

    private static Presence.State state(@Nullable Presence said, Instant now) {
        return said == null ? Presence.State.HERE : said.at(now);
    }

    private static Comparator<Ring> inOrder(Caller caller, Staffing staffing) {
        return Comparator.comparing((Ring ring) -> !caller.isOwnedBy(ring.coordinator()))
                .thenComparingInt(ring -> staffing.turn(ring.coordinator()))
                .thenComparing(Ring::position);
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
                .plusSeconds(rules.keySeconds());
        return spoken.greeting().plus(ring.multipliedBy(rings)).plus(spoken.voicemail());
    }
}
