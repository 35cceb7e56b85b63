package org.careline.lead;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The identity of one inbound message: {@code call:<CallSid>}, {@code sms:<MessageSid>}, {@code form:<token>},
 * {@code quiz:<token>}, {@code api:<key>}. An equal SourceId is a repeat; nothing else is.
 *
 * @param value the channel's word, a colon and up to 200 visible ASCII characters
 */
public record SourceId(String value) implements Comparable<SourceId> {

    private static final Pattern SHAPE = Pattern.compile("(call|sms|form|quiz|api):[!-~]{1,200}");

    public SourceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A source id is channel:key with 1 to 200 visible ASCII characters");
        }
    }

    public static SourceId of(Channel channel, String key) {
        return new SourceId(channel.word() + ":" + key);
    }

    public Channel channel() {
        return Arrays.stream(Channel.values())
                .filter(channel -> value.startsWith(channel.word() + ":"))
                .findFirst()
                .orElseThrow();
    }

    /** The same message with another content under the same key, kept beside the first. */
    public SourceId variant(String contentHash) {
        return new SourceId(value + "#" + contentHash);
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
