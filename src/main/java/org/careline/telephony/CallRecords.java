package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.careline.inbox.Acceptance.NoRoom;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.node.EnumCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is kept of calls. What the inbox had no room for is counted; callers are answered all the same. */
@Component
final class CallRecords {

    private static final Logger LOG = LoggerFactory.getLogger(CallRecords.class);

    private final InquiryInbox inbox;
    private final EnumCounter<What> tally;

    /** What was lost; the label of the counter. */
    enum What {
        CALL,
        ROUTE,
        ACCEPT,
        VOICEMAIL,
        LANGUAGE,
        CALL_BACK,
        CRISIS,
        RECORDING_CONSENT,
        /** How a caller waited, who was rung and who talked with them. */
        STORY
    }

    CallRecords(InquiryInbox inbox, MeterRegistry meters) {
        this.inbox = inbox;
        this.tally = new EnumCounter<>(
                meters, "careline.calls.unrecorded", "Calls answered without a record", What.values());
    }

    /** Keeps a call with what is known of it from the beginning, in one step. */
    void begin(Inquiry call, Optional<Fact> known) {
        if (inbox.accept(call, known.stream().toList()) instanceof NoRoom) {
            lost(What.CALL);
        }
    }

    /** Keeps what is learnt of a call later; whether it is kept. */
    boolean keep(SourceId call, Fact fact, What what) {
        boolean kept = inbox.amend(call, fact);
        if (!kept) {
            lost(what);
        }
        return kept;
    }

    /** Keeps which language a caller has chosen, if any. */
    void chose(IncomingCall call, Instant now) {
        Optional.ofNullable(call.language())
                .map(language -> new Fact(Kind.LANGUAGE, language.tag(), now, Map.of()))
                .ifPresent(fact -> keep(call.source(), fact, What.LANGUAGE));
    }

    /** The same of what the carrier tells again if it is not taken; whether it was. */
    boolean take(SourceId call, Fact fact) {
        return inbox.amend(call, fact);
    }

    private void lost(What what) {
        tally.count(what);
        LOG.error("NO ROOM: a caller was answered, but neither the store nor this node's disk took the {}", what);
    }
}
