package org.careline.lead;

/** Another lead that a person at the desk should know of. */
public record Related(LeadId id, Kind kind) implements Comparable<Related> {

    /** Why the two are linked. */
    public enum Kind {
        SHARES_PHONE,
        EARLIER_EPISODE,
        POSSIBLE_DUPLICATE
    }

    @Override
    public int compareTo(Related other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : kind.compareTo(other.kind);
    }
}
