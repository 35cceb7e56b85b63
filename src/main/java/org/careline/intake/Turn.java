package org.careline.intake;

/**
 * When a write has its turn. Turns come one after the other, for a whole batch at once; within one turn no write depends on
 * another. The order is what makes a crash between any two of them harmless (intake model, R5).
 */
enum Turn {
    /** The touch: from here on it is decided whose the inquiry is. */
    DECISION,
    /** What must surely hold before a lead may say it. */
    BEFORE_LEADS,
    /** Leads that turned out to be somebody else's: they are frozen before whoever takes them over. */
    FROZEN_LEADS,
    LEADS,
    /** What the leads lead to, or what follows from their being written. */
    AFTER_LEADS,
    /** How the inquiry rests: whatever is not written by then is decided anew. */
    INBOX
}
