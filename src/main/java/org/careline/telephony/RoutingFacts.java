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
        return fact(plan, "");
    }

    private Fact fact(RingPlan plan, String occasion) {
        return Routed.fact(plan.version(), occasion, rule, plan.sentence(), plan.evidence(), clock.instant());
    }

    /**
     * It was decided again for a caller who has chosen a language.
     *
     * @param call as the carrier names it
     * @param spoken the language
     */
    void again(String call, RingPlan plan, Spoken spoken) {
        if (!inbox.amend(SourceId.of(Channel.CALL, call), fact(plan, spoken.text()))) {
            unrecorded.lost(What.ROUTE);
        }
    }
}
