package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.careline.inbox.CallFacts;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.routing.CallPlan;
import org.careline.staff.CoordinatorId;
import org.careline.telephony.CallRecords.What;
import org.springframework.stereotype.Component;

/**
 * Who accepted which call. Only this makes a call answered: Twilio calls a leg completed whoever picked up. An accept is
 * remembered here until its talk must be over, and is a fact of the call, so that another node finds it.
 */
@Component
final class AcceptedCalls {

    private static final int MOST = 10_000;
    private static final Duration AFTERWARDS = Duration.ofMinutes(5);

    private final CallRecords records;
    private final CallFacts stored;
    private final Duration longestTalk;
    private final Clock clock;
    private final Map<Accept, Instant> known = new LinkedHashMap<>();

    private record Accept(SourceId call, CoordinatorId coordinator) {}

    AcceptedCalls(CallRecords records, CallFacts stored, CallPlan rules, Clock clock) {
        this.records = records;
        this.stored = stored;
        this.longestTalk = rules.longestTalk();
        this.clock = clock;
    }

    /** A coordinator takes a call; it counts whether it can be kept or not. */
    void take(SourceId call, CoordinatorId coordinator) {
        Instant now = clock.instant();
        records.keep(call, Fact.accepted(coordinator.value(), now, longestTalk), What.ACCEPT);
        remember(new Accept(call, coordinator), now);
    }

    /** Whether they took it, as far as this node and the store know; the store is asked only if this node does not. */
    boolean know(SourceId call, CoordinatorId coordinator) {
        return remembers(new Accept(call, coordinator)) || stored.know(call, Kind.ACCEPTED, coordinator.value());
    }

    private boolean remembers(Accept accept) {
        synchronized (known) {
            Instant until = known.get(accept);
            return until != null && clock.instant().isBefore(until);
        }
    }

    private void remember(Accept accept, Instant now) {
        synchronized (known) {
            known.putIfAbsent(accept, now.plus(longestTalk).plus(AFTERWARDS));
            forgetOldest(now);
        }
    }

    private void forgetOldest(Instant now) {
        Iterator<Instant> oldest = known.values().iterator();
        while (oldest.hasNext()) {
            Instant until = oldest.next();
            if (known.size() <= MOST && now.isBefore(until)) {
                return;
            }
            oldest.remove();
        }
    }
}
