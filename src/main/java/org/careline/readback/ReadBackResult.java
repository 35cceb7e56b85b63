package org.careline.readback;

/** What came of one look at the carrier's lists. */
sealed interface ReadBackResult {

    /** All was read, and the inbox has all of it. */
    record Looked() implements ReadBackResult {}

    /** There is nobody to ask. */
    record Rehearsal() implements ReadBackResult {}

    /** The next look asks for the same again. */
    record Failed(Failure why) implements ReadBackResult {}

    /** Why a look failed; the label of the counter. */
    enum Failure {
        /** The carrier says no: most often another token. */
        REFUSED,
        NO_ANSWER,
        /** The store did not tell what is known. */
        STORE,
        /** Neither the store nor this node's disk takes what is missing. */
        NO_ROOM
    }
}
