package org.careline.readback;

import java.util.List;

/**
 * What came of a comparison.
 *
 * @param drifts what differs; empty unless it was compared
 */
public record DriftReport(State state, List<Drift> drifts) {

    public DriftReport {
        drifts = List.copyOf(drifts);
    }

    /** Whether there was anything to compare with. */
    public enum State {
        COMPARED,
        /** No account is set. */
        REHEARSAL,
        /** The carrier says no: most often another token. */
        REFUSED,
        NO_ANSWER
    }

    /**
     * One difference.
     *
     * @param number the clinic's number
     * @param what what of it, in words
     * @param found what it is at the carrier; empty if nothing is set
     * @param expected what it must be, an address or words
     */
    public record Drift(String number, String what, String found, String expected) {

        /** The difference as one sentence. */
        public String sentence() {
            return "%s of %s: found %s, expected %s"
                    .formatted(what, number, found.isEmpty() ? "nothing" : found, expected);
        }
    }

    static DriftReport without(State state) {
        return new DriftReport(state, List.of());
    }
}
