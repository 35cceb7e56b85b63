package org.careline.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something learnt about a contact after it was accepted.
 *
 * @param kind what sort of thing
 * @param status its state in Twilio's words: for a call {@code ringing}, {@code completed}, {@code no-answer} …
 * @param at when it happened
 * @param values further values, such as {@code duration} in seconds or {@code recording}
 */
public record Fact(Kind kind, String status, Instant at, Map<String, String> values) {

    /** The end of a call, in Twilio's words (Call resource, "Call Status Values"). */
    private static final Set<String> ENDS = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    public enum Kind {
        CALL_STATUS,
        VOICEMAIL,
        RECORDING,
        TRANSCRIPT,
        DELIVERY
    }

    public Fact {
        values = new TreeMap<>(values);
    }

    /** Two facts with one key are the same fact, however often it is told. */
    public String key() {
        return kind + ":" + status;
    }

    /** Whether the call is over; that never becomes untrue. */
    public boolean endsTheCall() {
        return kind == Kind.CALL_STATUS && ENDS.contains(status);
    }
}
