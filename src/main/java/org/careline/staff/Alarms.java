package org.careline.staff;

/** Tells people that something needs them now. Senders implement it; telling the same alarm again is harmless. */
public interface Alarms {

    /** What can need people. */
    enum Kind {
        /** Leads wait in opening hours and no rule finds anybody for them. */
        NOBODY_ELIGIBLE,
        /** A lead is about somebody's safety. */
        SAFETY_CONCERN,
        /** A coordinator's phone cannot be reached by the network. */
        PHONE_UNREACHABLE
    }

    /**
     * @param about an id without contact data: a lead's, a coordinator's
     */
    void raise(Kind kind, String about);
}
