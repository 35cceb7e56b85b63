package org.careline.intake;

import org.careline.assignment.Charges;
import org.careline.assignment.Rotations;
import org.careline.inbox.InquiryStore;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.store.GuardedStore;

/** The kinds of documents that intake reads and writes; nothing else ties it to a database. */
record IntakeStores(
        InquiryStore inquiries,
        GuardedStore<SourceId, Touch> touches,
        GuardedStore<LeadId, Lead> leads,
        GuardedStore<String, ContactPointEntry> points,
        Rotations rotations,
        Charges charges) {}
