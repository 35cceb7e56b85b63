package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import org.careline.node.EnumCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the inbox had no room for. Callers are answered all the same. */
final class Unrecorded {

    private static final Logger LOG = LoggerFactory.getLogger(Unrecorded.class);

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

    Unrecorded(MeterRegistry meters) {
        this.tally = new EnumCounter<>(
                meters, "careline.calls.unrecorded", "Calls answered without a record", What.values());
    }

    void lost(What what) {
        tally.count(what);
        LOG.error("NO ROOM: a caller was answered, but neither the store nor this node's disk took the {}", what);
    }
}
