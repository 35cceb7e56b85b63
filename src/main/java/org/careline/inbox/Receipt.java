package org.careline.inbox;

/**
 * What a sender gets for an accepted inquiry: a function of its SourceId and of this installation's signing key, so that
 * every node repeats it without a database. It carries our mark and nothing about the person.
 *
 * @param value 28 characters, safe in an address
 */
public record Receipt(String value) {

    @Override
    public String toString() {
        return value;
    }
}
