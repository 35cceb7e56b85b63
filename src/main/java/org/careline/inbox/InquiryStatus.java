package org.careline.inbox;

import org.careline.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * What became of an inquiry.
 *
 * @param leadId the living lead that it belongs to; null unless it is done
 * @param reason why it is suspect, unplaced, parked or refused, from a closed list; else null
 * @param attempts how often the flow has failed on it
 */
public record InquiryStatus(
        Receipt receipt,
        InquiryState state,
        @Nullable LeadId leadId,
        @Nullable String reason,
        int attempts) {

    /** The same under the receipt that its sender was given. */
    InquiryStatus as(Receipt handedOut) {
        return new InquiryStatus(handedOut, state, leadId, reason, attempts);
    }
}
