package org.careline.lead;

/** The id of an act. */
public record ActId(String value) implements Comparable<ActId> {

    @Override
    public int compareTo(ActId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
