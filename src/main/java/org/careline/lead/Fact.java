package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something learnt about a contact after it was accepted.
 *
 * @param kind what sort of thing
 * @param status its state in Twilio's words: for a call {@code ringing}, {@code completed}, {@code no-answer} …; for an
 *     accept the coordinator's id
 * @param at when it happened
 * @param values further values, such as {@code duration} in seconds or {@code recording}
 */
public record Fact(Kind kind, String status, Instant at, Map<String, String> values) {

    /** The end of a call, in Twilio's words (Call resource, "Call Status Values"). */
    private static final Set<String> ENDS = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    private static final String LONGEST = "longest";

    public enum Kind {
        CALL_STATUS,
        /** A coordinator took the call; the status is their id. */
        ACCEPTED,
        VOICEMAIL,
        RECORDING,
        TRANSCRIPT,
        DELIVERY
    }

    public Fact {
        values = new TreeMap<>(values);
    }

    /**
     * A coordinator pressed the key that connects them with the caller.
     *
     * @param coordinator their id
     * @param longestTalk when the talk is cut off
     */
    public static Fact accepted(String coordinator, Instant at, Duration longestTalk) {
        return new Fact(Kind.ACCEPTED, coordinator, at, Map.of(LONGEST, String.valueOf(longestTalk.toSeconds())));
    }

    /** When a talk that began with this is over at the latest; empty for a fact of any other kind. */
    public Optional<Instant> talkUntil() {
        return Optional.ofNullable(values.get(LONGEST))
                .filter(seconds -> kind == Kind.ACCEPTED)
                .map(seconds -> at.plusSeconds(Long.parseLong(seconds)));
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
