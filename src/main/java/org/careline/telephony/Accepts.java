package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.careline.inbox.CallFacts;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.staff.CoordinatorId;

/**
 * Who accepted which call. Only this makes a call answered: Twilio calls a leg completed whoever picked up. An accept is
 * remembered here until its talk must be over, and is a fact of the call, so that another node finds it.
 */
final class Accepts {

    private static final int MOST = 10_000;
    private static final Duration AFTERWARDS = Duration.ofMinutes(5);

    private final InquiryInbox inbox;
    private final CallFacts stored;
    private final Duration longestTalk;
    private final Clock clock;
    private final Map<Accept, Instant> known = new LinkedHashMap<>();

    private record Accept(SourceId call, CoordinatorId coordinator) {}

    Accepts(InquiryInbox inbox, CallFacts stored, Duration longestTalk, Clock clock) {
        this.inbox = inbox;
        this.stored = stored;
        this.longestTalk = longestTalk;
        this.clock = clock;
    }

    /**
     * A coordinator takes a call.
     *
     * @return whether it is durable; it counts in any case
     */
    boolean take(SourceId call, CoordinatorId coordinator) {
        Instant now = clock.instant();
        boolean durable = inbox.amend(call, Fact.accepted(coordinator.value(), now, longestTalk));
        remember(new Accept(call, coordinator), now);
        return durable;
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
