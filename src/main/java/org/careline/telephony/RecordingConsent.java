package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.speech.TalkRecording;
import org.careline.telephony.Unrecorded.What;

/** Tells the inbox what a caller was told of recording and said to it. */
final class RecordingConsent {

    private static final String ANNOUNCED = "announced";
    private static final String DECLINED = "declined";

    private final TalkRecording talks;
    private final InquiryInbox inbox;
    private final Unrecorded unrecorded;
    private final Clock clock;

    RecordingConsent(TalkRecording talks, InquiryInbox inbox, Unrecorded unrecorded, Clock clock) {
        this.talks = talks;
        this.inbox = inbox;
        this.unrecorded = unrecorded;
        this.clock = clock;
    }

    /** Whether callers are asked. */
    boolean asked() {
        return talks.on();
    }

    /** A talk begins that is recorded, after the announcement. */
    void announced(SourceId call) {
        if (asked()) {
            tell(call, ANNOUNCED);
        }
    }

    void declined(SourceId call) {
        tell(call, DECLINED);
    }

    private void tell(SourceId call, String status) {
        Fact fact = new Fact(Fact.Kind.RECORDING_CONSENT, status, clock.instant(), Map.of("version", talks.version()));
        if (!inbox.amend(call, fact)) {
            unrecorded.lost(What.RECORDING_CONSENT);
        }
    }
}
