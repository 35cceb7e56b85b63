package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Channel;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.RoutingFact;
import org.careline.lead.SourceId;
import org.careline.routing.RingPlan;
import org.careline.speech.Spoken;
import org.careline.staff.CoordinatorId;
import org.careline.telephony.Unrecorded.What;

/** Keeps with each call why the phones rang as they did, and what came of those that are dialled one after the other. */
final class RoutingFacts {

    private final InquiryInbox inbox;
    private final String rule;
    private final Unrecorded unrecorded;
    private final Clock clock;
    private final ToldOnce told = new ToldOnce();

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
        return RoutingFact.fact(plan.version(), occasion, rule, plan.sentence(), plan.evidence(), clock.instant());
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

    /**
     * Nobody took a call whose phone was dialled for it.
     *
     * @param came in Twilio's words, or {@code not-accepted}
     */
    void rang(String call, CoordinatorId rung, String came) {
        tell(call, new Fact(Kind.RANG, rung.value(), clock.instant(), Map.of("came", came)));
    }

    /** The talk of a call is over that was dialled outside the line. */
    void talked(String call, CoordinatorId by, Duration length) {
        Instant now = clock.instant();
        tell(call, Conversation.fact(by, now.minus(length), now, false));
    }

    private void tell(String call, Fact fact) {
        SourceId source = SourceId.of(Channel.CALL, call);
        if (told.first(source, fact.key()) && !inbox.amend(source, fact)) {
            unrecorded.lost(What.STORY);
        }
    }
}
