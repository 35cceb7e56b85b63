package org.careline.lead;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id of an act. */
public record ActId(String value) implements Comparable<ActId> {

    /** One that no other act has. */
    public static ActId fresh() {
        return new ActId(UUID.randomUUID().toString());
    }

    /** The id of what is said in these words: the same words have the same id. */
    public static ActId saying(String words) {
        return new ActId(
                UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public int compareTo(ActId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
