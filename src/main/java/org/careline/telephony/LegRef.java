package org.careline.telephony;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.speech.LegAddress;
import org.careline.waiting.WaitingId;

/**
 * Whose phone a leg rings and for whom, as it stands in the leg's addresses.
 *
 * @param version names the configuration in which the position is meant
 * @param position of the coordinator in the file
 */
record LegRef(WaitingId id, String version, int position) implements LegAddress {

    private static final Pattern TEXT =
            Pattern.compile("(?<id>[^/]{1,60})/(?<version>[0-9a-f]{1,40})/(?<position>\\d{1,4})");

    /** What {@link #text} gave; empty for anything else. */
    static Optional<LegRef> read(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? WaitingId.read(parts.group("id"))
                        .map(id -> new LegRef(id, parts.group("version"), Integer.parseInt(parts.group("position"))))
                : Optional.empty();
    }

    /** The same coordinator, for somebody else. */
    LegRef of(WaitingId other) {
        return new LegRef(other, version, position);
    }

    @Override
    public String text() {
        return id + "/" + version + "/" + position;
    }

    @Override
    public String queue() {
        return id.call();
    }
}
