package org.careline.intake;

/** Something worth meeting in a history. A simulation that never meets one of these proves less than it says. */
enum Mark {
    MERGE,
    MERGE_FINISHED_BY_ANOTHER,
    HALF_MERGE_REFUSED,
    WRITE_AFTER_A_SLEEP,
    WRITE_GIVEN_UP_BY_ITS_WRITER,
    ANSWER_LOST,
    OUTAGE,
    NODE_KILLED,
    ACCEPTED_BY_THE_JOURNAL,
    FACT_BEFORE_ITS_MESSAGE,
    FACT_OF_A_FINISHED_CALL,
    SECOND_BODY_PARKED,
    REPLAY,
    REBIND,
    CLOSING,
    REOPENING,
    UNCONFIRMED_TOUCH,
    CONFLICTING_NAMES_LINKED,
    WITHHELD_UNPLACED,
    WITHHELD_WITH_VOICEMAIL,
    SUSPECT,
    SAME_AS_THE_SEQUENTIAL_RUN
}
