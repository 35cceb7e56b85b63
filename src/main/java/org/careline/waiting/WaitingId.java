package org.careline.waiting;

import java.util.Optional;
import java.util.regex.Pattern;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;

/**
 * Who waits: a call, or the person behind it who was promised to be called back.
 *
 * @param value the carrier's identity of the call, {@code CA} and 32 hex digits; for a call back followed by {@code -back}
 */
public record WaitingId(String value) implements Comparable<WaitingId> {

    private static final String BACK = "-back";
    private static final Pattern SHAPE = Pattern.compile("CA[0-9a-fA-F]{32}(-back)?");

    public WaitingId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("CA and 32 hex digits, perhaps followed by " + BACK);
        }
    }

    /** Empty if the text is none. */
    public static Optional<WaitingId> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new WaitingId(text)) : Optional.empty();
    }

    /** The same person's call back. */
    public WaitingId back() {
        return isBack() ? this : new WaitingId(value + BACK);
    }

    public boolean isBack() {
        return value.endsWith(BACK);
    }

    /** The call that all of this began with, as the carrier names it. */
    public String call() {
        return isBack() ? value.substring(0, value.length() - BACK.length()) : value;
    }

    public SourceId source() {
        return SourceId.of(Channel.CALL, call());
    }

    @Override
    public int compareTo(WaitingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
