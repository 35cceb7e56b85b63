package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.RoutingFact;
import org.careline.lead.SourceId;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.staff.CoordinatorId;
import org.careline.telephony.CallRecords.What;
import org.springframework.stereotype.Component;

/** Keeps with each call why the phones rang as they did, and what came of those that are dialled one after the other. */
@Component
final class RoutingFacts {

    private final String rule;
    private final CallRecords records;
    private final Clock clock;
    private final ToldOnce told = new ToldOnce();

    RoutingFacts(RingPlanner planner, CallRecords records, Clock clock) {
        this.rule = planner.rule();
        this.records = records;
        this.clock = clock;
    }

    /** Why they ring as this plan says. */
    Fact of(RingPlan plan) {
        return fact(plan, "");
    }

    private Fact fact(RingPlan plan, String occasion) {
        return RoutingFact.fact(plan.version(), occasion, rule, plan.sentence(), plan.evidence(), clock.instant());
    }

    /** It was decided again for a caller who has chosen a language. */
    void again(IncomingCall call, RingPlan plan) {
        records.keep(call.source(), fact(plan, call.spoken().text()), What.ROUTE);
    }

    /**
     * Nobody took a call whose phone was dialled for it.
     *
     * @param came in Twilio's words, or {@code not-accepted}
     */
    void rang(SourceId call, CoordinatorId rung, String came) {
        tell(call, new Fact(Kind.RANG, rung.value(), clock.instant(), Map.of("came", came)));
    }

    /** The talk of a call is over that was dialled outside the line. */
    void talked(SourceId call, CoordinatorId by, Duration length) {
        Instant now = clock.instant();
        tell(call, Conversation.fact(by, now.minus(length), now, false));
    }

    private void tell(SourceId call, Fact fact) {
        if (told.first(call, fact.key())) {
            records.keep(call, fact, What.STORY);
        }
    }
}
