package org.careline.telephony;

import java.time.Clock;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.telephony.Unrecorded.What;

/** Tells the inbox what a caller was told of recording and said to it. */
final class RecordingConsent {

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
            tell(call, talks.announced(clock.instant()));
        }
    }

    void declined(SourceId call) {
        tell(call, talks.declined(clock.instant()));
    }

    private void tell(SourceId call, Fact fact) {
        if (!inbox.amend(call, fact)) {
            unrecorded.lost(What.RECORDING_CONSENT);
        }
    }
}
