package org.careline.carrier;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call, or a leg of one, in the carrier's list.
 *
 * @param sid its identity, {@code CA} and 32 hex digits
 * @param parent the call for which this leg was dialled; null if it is none of a {@code <Dial>}
 * @param direction {@code inbound}, {@code outbound-api}, {@code outbound-dial} …
 * @param from a number, a placeholder or a word; empty if there is none
 * @param to the number that was called; empty if there is none
 * @param status in Twilio's words: {@code ringing}, {@code in-progress}, {@code completed}, {@code no-answer} …
 * @param beganAt when it came in or was placed
 * @param endedAt null while it goes on
 * @param seconds how long it lasted; null while it goes on
 */
public record PhoneCall(
        String sid,
        @Nullable String parent,
        String direction,
        String from,
        String to,
        String status,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String seconds) {

    /** Twilio, Call resource, "Call Status Values". */
    private static final Set<String> ENDS = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    /** Whether somebody called us; the phones that are rung for a call are its legs. */
    public boolean inbound() {
        return parent == null && direction.equals("inbound");
    }

    /** When it was over; empty while it goes on. */
    public Optional<Instant> end() {
        return ENDS.contains(status) ? Optional.of(endedAt == null ? beganAt : endedAt) : Optional.empty();
    }

    /** Numbers never reach a log. */
    @Override
    public String toString() {
        return "PhoneCall[" + sid + ", " + direction + ", " + status + "]";
    }
}
