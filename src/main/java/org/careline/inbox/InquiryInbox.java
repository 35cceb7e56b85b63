package org.careline.inbox;

import java.util.List;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** Where every inbound message enters. Durable first, decided afterwards. */
public interface InquiryInbox {

    /**
     * Makes an inquiry durable: in the store, or, when that does not answer within 250 ms, in this node's journal. A call
     * goes to the journal at once and waits for neither store nor disk, for its answer may not be late.
     *
     * <p>A repeat of an accepted inquiry is accepted again with the same receipt and changes nothing.
     *
     * @param known what is known of it from the beginning, kept in the same step
     */
    Acceptance accept(Inquiry inquiry, List<Fact> known);

    /** The same of one of which nothing else is known yet. */
    default Acceptance accept(Inquiry inquiry) {
        return accept(inquiry, List.of());
    }

    /**
     * Adds what is learnt later; the order does not matter, and a fact may come before its inquiry. Durable on return; what
     * the carrier tells again, and what only explains, waits for no disk.
     *
     * @return whether it was taken; false when neither the store nor this node's disk takes it now
     */
    boolean amend(SourceId source, Fact fact);
}
