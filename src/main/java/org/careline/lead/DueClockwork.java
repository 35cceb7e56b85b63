package org.careline.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.Actor;

/**
 * Moves leads up in the queue when a promised time comes near. Any number of nodes may do it at once, for every write is
 * guarded.
 */
final class DueClockwork extends BackgroundJob implements LeadListener {

    /** What becomes due within the longest pause is known by then, but for what other nodes write meanwhile. */
    private static final Pace PACE = Pace.between(Duration.ofSeconds(5), Duration.ofSeconds(30));

    private static final Actor RULE = new Actor.Rule("due");
    private static final int PAGE = 200;

    private final LeadRounds rounds;
    private final LeadWrites leads;
    private final Clock clock;

    DueClockwork(LeadRounds rounds, LeadWrites leads, Clock clock) {
        super("due", PACE);
        this.rounds = rounds;
        this.leads = leads;
        this.clock = clock;
    }

    /** Marks everything that ripened until now. */
    @Override
    protected Next work() {
        Instant now = clock.instant();
        List<Lead> waking = rounds.waking(now.plus(PACE.idle()), PAGE, RULE);
        List<Lead> ripe = awake(waking, now);
        while (!ripe.isEmpty()) {
            leads.write(ripe.stream().map(lead -> lead.ripened(now)).toList(), RULE);
            ripe = ripe.size() < PAGE ? List.of() : rounds.waking(now, PAGE, RULE);
        }
        return waking.stream()
                .flatMap(lead -> Stream.ofNullable(lead.wakesAt()))
                .filter(at -> at.isAfter(now))
                .findFirst()
                .map(at -> Next.within(Duration.between(now, at)))
                .orElseGet(() -> Next.after(!waking.isEmpty()));
    }

    /** One of them may wake sooner than what is known of. */
    @Override
    public void written(List<WrittenLead> fresh) {
        nudge();
    }

    private static List<Lead> awake(List<Lead> waking, Instant now) {
        return waking.stream()
                .filter(lead -> lead.wakesAt() != null && !lead.wakesAt().isAfter(now))
                .toList();
    }
}
