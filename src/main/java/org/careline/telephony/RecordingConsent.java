package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.speech.TalkRecording;
import org.careline.telephony.CallRecords.What;
import org.springframework.stereotype.Component;

/** Tells the inbox what a caller was told of recording and said to it. */
@Component
final class RecordingConsent {

    private static final String ANNOUNCED = "announced";
    private static final String DECLINED = "declined";

    private final TalkRecording talks;
    private final CallRecords records;
    private final Clock clock;

    RecordingConsent(TalkRecording talks, CallRecords records, Clock clock) {
        this.talks = talks;
        this.records = records;
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
        records.keep(call, fact, What.RECORDING_CONSENT);
    }
}
