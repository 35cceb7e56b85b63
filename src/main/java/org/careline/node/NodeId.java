package org.careline.node;

/**
 * Names one data folder and with it the process that holds it: leases and journals carry it. Random, made once, kept in
 * the file {@code node-id}.
 *
 * @param value 32 hexadecimal digits
 */
public record NodeId(String value) {

    /** Refuses a blank value. */
    public NodeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A node id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
