package org.careline.telephony;

import java.time.Clock;
import org.careline.intake.InquiryInbox;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Routed;
import org.careline.lead.SourceId;
import org.careline.routing.RingPlan;
import org.careline.telephony.Unrecorded.What;

/** Keeps with each call why the phones rang as they did. */
final class RoutingFacts {

    private final InquiryInbox inbox;
    private final String rule;
    private final Unrecorded unrecorded;
    private final Clock clock;

    /** @param rule the name of the rules */
    RoutingFacts(InquiryInbox inbox, String rule, Unrecorded unrecorded, Clock clock) {
        this.inbox = inbox;
        this.rule = rule;
        this.unrecorded = unrecorded;
        this.clock = clock;
    }

    /** Why they ring as this plan says. */
    Fact of(RingPlan plan) {
        return Routed.fact(plan.version(), rule, plan.sentence(), plan.evidence(), clock.instant());
    }

    /** @param call as the carrier names it */
    void decided(String call, RingPlan plan) {
        if (!inbox.amend(SourceId.of(Channel.CALL, call), of(plan))) {
            unrecorded.lost(What.ROUTE);
        }
    }
}
