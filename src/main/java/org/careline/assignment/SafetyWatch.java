package org.careline.assignment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadListener;
import org.careline.lead.LeadRounds;
import org.careline.lead.WrittenLead;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.Actor;
import org.careline.staff.Alarms;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;
import org.careline.staff.Waker;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises an alarm about everybody who may be in danger and whom nobody has taken, at once and every five minutes until
 * somebody does, and wakes one person after the other: whoever owns the lead, then those on call in their order. Any number of
 * nodes may do it: each alarm is one guarded write, and whoever made it alarms. A kill between the two costs one waking, which
 * is made up for within a minute.
 */
final class SafetyWatch extends BackgroundJob implements LeadListener, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(SafetyWatch.class);
    private static final Actor RULE = new Actor.Rule("safety");

    /** Every lead that is written wakes it; a node that is gone since is made up for within the longest pause. */
    private static final Pace PACE = Pace.between(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private static final int MOST = 500;

    private final LeadRounds rounds;
    private final GuardedStore<LeadId, SafetyAlarm> raised;
    private final Roster roster;
    private final Alarms alarms;
    private final List<Waker> wakers;
    private final Clock clock;
    private volatile int waiting;

    SafetyWatch(
            LeadRounds rounds,
            GuardedStore<LeadId, SafetyAlarm> raised,
            Roster roster,
            Alarms alarms,
            List<Waker> wakers,
            Clock clock) {
        super("safety", PACE);
        this.rounds = rounds;
        this.raised = raised;
        this.roster = roster;
        this.alarms = alarms;
        this.wakers = List.copyOf(wakers);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("careline.safety.waiting", this, watch -> watch.waiting)
                .description("People who may be in danger and whom nobody has taken")
                .register(meters);
    }

    @Override
    protected Next work() {
        List<Lead> inDanger =
                rounds.held(MOST, RULE).stream().filter(Lead::waitsInDanger).toList();
        waiting = inDanger.size();
        if (!inDanger.isEmpty()) {
            alarm(inDanger);
        }
        return Next.after(!inDanger.isEmpty());
    }

    /** Somebody among them may be in danger. */
    @Override
    public void written(List<WrittenLead> fresh) {
        nudge();
    }

    private void alarm(List<Lead> inDanger) {
        Map<LeadId, SafetyAlarm> known =
                raised.find(inDanger.stream().map(Lead::id).collect(Collectors.toSet()));
        Instant now = clock.instant();
        List<SafetyAlarm> due = new ArrayList<>();
        for (Lead lead : inDanger) {
            SafetyAlarm last = known.get(lead.id());
            SafetyAlarm.due(last, lead, now)
                    .map(number -> SafetyAlarm.next(last, lead, number, whom(lead, number), now))
                    .ifPresent(due::add);
        }
        Set<LeadId> ours = due.isEmpty() ? Set.of() : raised.write(due);
        due.stream().filter(alarm -> ours.contains(alarm.id())).forEach(alarm -> raise(alarm, known.get(alarm.id())));
    }

    /** Each in turn, whoever owns the lead first. */
    private CoordinatorId whom(Lead lead, int number) {
        List<CoordinatorId> order = Stream.concat(
                        Stream.ofNullable(lead.owner())
                                .filter(owner -> roster.find(owner).isPresent()),
                        roster.onCall().stream().map(Coordinator::key))
                .distinct()
                .toList();
        return order.get((number - 1) % order.size());
    }

    private void raise(SafetyAlarm alarm, @Nullable SafetyAlarm last) {
        if (last == null || last.number() != alarm.number()) {
            alarms.raise(Alarms.Kind.DANGER_UNTAKEN, alarm.id().value());
        }
        roster.find(alarm.woken())
                .ifPresent(who ->
                        wakers.forEach(waker -> waker.wake(who, alarm.id().value(), () -> begun(alarm))));
    }

    /** Without this the same person is woken once more: better twice than not at all. */
    private void begun(SafetyAlarm alarm) {
        try {
            raised.write(List.of(alarm.writtenAndBegun()));
        } catch (StoreUnavailable away) {
            LOG.debug("That {} is being woken is not kept: the store is away", alarm.woken());
        }
    }
}
