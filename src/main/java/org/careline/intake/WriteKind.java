package org.careline.intake;

import org.careline.assignment.Grant;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Lead;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;

/**
 * A kind of writes that decisions are made of. Each has one {@link WriteStep} that carries it out.
 *
 * @param name for people who read a failure
 * @param type of what is written
 */
record WriteKind<T>(String name, Turn turn, Class<T> type) {

    /** The touch, if it is new or has changed. */
    static final WriteKind<Touch> TOUCHES = new WriteKind<>("touches", Turn.DECISION, Touch.class);

    /** Room in a coordinator's workload, taken before the lead is given to them. */
    static final WriteKind<Charge> CHARGES = new WriteKind<>("charges", Turn.BEFORE_LEADS, Charge.class);

    static final WriteKind<Lead> FROZEN_LEADS = new WriteKind<>("frozen leads", Turn.FROZEN_LEADS, Lead.class);

    /** The lead that an inquiry belongs to, and those that are linked with it. */
    static final WriteKind<Lead> LEADS = new WriteKind<>("leads", Turn.LEADS, Lead.class);

    /** Charges whose lead was surely written. */
    static final WriteKind<Grant> CONFIRMED = new WriteKind<>("confirmed charges", Turn.AFTER_LEADS, Grant.class);

    static final WriteKind<ContactPointEntry> POINTS =
            new WriteKind<>("contact points", Turn.AFTER_LEADS, ContactPointEntry.class);

    static final WriteKind<StoredInquiry> INQUIRIES = new WriteKind<>("inquiries", Turn.INBOX, StoredInquiry.class);
}
