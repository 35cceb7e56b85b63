package org.careline.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careline.staff.Actor;
import org.careline.store.Rounds;

/**
 * Moves leads up in the queue when a promised time comes near. Any number of nodes may do it at once, for every write is
 * guarded.
 */
final class DueClockwork extends Rounds {

    private static final Actor RULE = new Actor.Rule("due");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 200;

    private final LeadRounds rounds;
    private final LeadWrites leads;
    private final Clock clock;

    DueClockwork(LeadRounds rounds, LeadWrites leads, Clock clock) {
        super("due", PAUSE);
        this.rounds = rounds;
        this.leads = leads;
        this.clock = clock;
    }

    /** Marks everything that ripened until now. */
    @Override
    protected void work() {
        Instant now = clock.instant();
        List<Lead> waking = rounds.waking(now, PAGE, RULE);
        while (!waking.isEmpty()) {
            leads.write(waking.stream().map(lead -> lead.ripened(now)).toList(), RULE);
            waking = waking.size() < PAGE ? List.of() : rounds.waking(now, PAGE, RULE);
        }
    }
}
