package org.careline.lead;

/** How an attempt to reach a person ended, as the coordinator reports it (leads.md §4.3). Each drives what is owed next. */
public enum Outcome {
    /** A consultation was booked; its time is needed. */
    SPOKE_BOOKED(Needs.TIME),
    /** They asked to be called at a certain time, which is needed. */
    SPOKE_CALLBACK(Needs.TIME),
    /** They want to think about it, perhaps until a certain time. */
    SPOKE_THINKING(Needs.PERHAPS_TIME),
    /** They do not want a consultation; the lead is to be closed with a reason. */
    SPOKE_NOT_INTERESTED(Needs.NOTHING),
    /** They answered but could not talk, and named a better time, which is needed. */
    BAD_TIME(Needs.TIME),
    /** It rang and nobody answered. */
    NO_ANSWER(Needs.NOTHING),
    /** A neutral message was left on their voicemail. */
    LEFT_VOICEMAIL(Needs.NOTHING),
    /** Their voicemail takes no messages. */
    MAILBOX_FULL_OR_UNSET(Needs.NOTHING),
    /** The line was busy. */
    BUSY(Needs.NOTHING),
    /** The connection broke off. */
    CALL_DROPPED(Needs.NOTHING),
    /** Somebody answered and hung up. */
    HUNG_UP(Needs.NOTHING),
    /** Somebody else answered, who was told nothing. */
    THIRD_PARTY_ANSWERED(Needs.NOTHING),
    /** They speak another language than the coordinator; which one is needed. */
    LANGUAGE_NEEDED(Needs.LANGUAGE),
    /** The number is somebody else's. */
    WRONG_NUMBER(Needs.NOTHING),
    /** The number is no subscriber's. */
    NOT_IN_SERVICE(Needs.NOTHING),
    /** They do not want to be contacted any more. */
    ASKED_TO_STOP(Needs.NOTHING),
    /** Something they said makes somebody fear for their safety. */
    SAFETY_CONCERN(Needs.NOTHING);

    /** What must be said beside an outcome. */
    public enum Needs {
        NOTHING,
        /** A point in time ({@code at}). */
        TIME,
        /** A point in time, if the person named one. */
        PERHAPS_TIME,
        /** A language. */
        LANGUAGE
    }

    private final Needs needs;

    Outcome(Needs needs) {
        this.needs = needs;
    }

    public Needs needs() {
        return needs;
    }
}
