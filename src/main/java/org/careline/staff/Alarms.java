package org.careline.staff;

/** Tells people that something needs them now. Senders implement it; telling the same alarm again is harmless. */
public interface Alarms {

    /** What can need people. */
    enum Kind {
        /** Leads wait in opening hours and no rule finds anybody for them. */
        NOBODY_ELIGIBLE,
        /** A lead is about somebody's safety. */
        SAFETY_CONCERN,
        /** Somebody may be in danger and nobody has taken them; raised again until somebody does. */
        DANGER_UNTAKEN,
        /** A coordinator's phone cannot be reached by the network. */
        PHONE_UNREACHABLE,
        /** The carrier's lists cannot be read: what its webhooks lose is not brought back. */
        CARRIER_UNREADABLE,
        /** A number of the clinic does something else at the carrier than it must. */
        NUMBER_MISCONFIGURED,
        /** A recording could not be taken over from the carrier, or is lost there. */
        RECORDING_NOT_KEPT,
        /** Consent texts were changed and kept their version: what people agreed to cannot be told any more. */
        CONSENT_TEXT_CHANGED,
        /** Somebody tries passwords at the console's sign-in. */
        SIGN_IN_ATTACKED,
        /** A node has trouble of its own; its log says which, and what to do. */
        NODE_TROUBLE
    }

    /**
     * @param about an id without contact data: a lead's, a coordinator's, a number of the clinic
     */
    void raise(Kind kind, String about);
}
