package org.careline.recording;

import java.util.regex.Pattern;

/**
 * The carrier's identity of a recording: {@code RE} and letters or digits. Nothing personal, so it may stand in addresses and
 * logs.
 */
public record RecordingId(String value) implements Comparable<RecordingId> {

    private static final Pattern FORM = Pattern.compile("RE[0-9A-Za-z]{1,62}");

    public RecordingId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("A recording's id is RE and letters or digits");
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(RecordingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
