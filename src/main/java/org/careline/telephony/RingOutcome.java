package org.careline.telephony;

import java.util.Locale;

/** What came of ringing a phone; the label of the counter. */
enum RingOutcome {
    /** A coordinator accepted, and Twilio connected them. */
    TALKED,
    /** Somebody or a mailbox picked up, and nobody accepted. */
    NOT_ACCEPTED,
    BUSY,
    NO_ANSWER,
    FAILED,
    CANCELED,
    /** The plan of the call is not of this node's files. */
    UNKNOWN_PLAN;

    /** How it stands in what is kept of a call. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
