package org.careline.inbox;

import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** What this node has acknowledged and the store has not confirmed yet. */
sealed interface Pending {

    SourceId source();

    record Message(StoredInquiry inquiry) implements Pending {
        @Override
        public SourceId source() {
            return inquiry.id();
        }
    }

    record Learnt(SourceId source, Fact fact) implements Pending {}
}
