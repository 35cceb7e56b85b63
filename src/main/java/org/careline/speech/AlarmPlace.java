package org.careline.speech;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is woken and for which lead, as it stands in a call's addresses.
 *
 * @param about the lead's id
 * @param version names the configuration in which the position is meant
 * @param position of the coordinator in the file
 */
public record AlarmPlace(String about, String version, int position) {

    private static final Pattern TEXT =
            Pattern.compile("(?<about>[0-9a-f]{24})/(?<version>[0-9a-f]{1,40})/(?<position>\\d{1,4})");

    /** What {@link #text} gave; empty for anything else. */
    public static Optional<AlarmPlace> read(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new AlarmPlace(
                        parts.group("about"), parts.group("version"), Integer.parseInt(parts.group("position"))))
                : Optional.empty();
    }

    public String text() {
        return about + "/" + version + "/" + position;
    }
}
