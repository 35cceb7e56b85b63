package org.careline.api;

import java.util.Locale;
import java.util.Optional;
import org.careline.inbox.InquiryStatus;
import org.careline.lead.LeadId;

/** What became of an inquiry. */
record InquiryOut(String receipt, String state, Optional<String> leadId, Optional<String> reason, int attempts) {

    static InquiryOut of(InquiryStatus status) {
        return new InquiryOut(
                status.receipt().value(),
                status.state().name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(status.leadId()).map(LeadId::value),
                Optional.ofNullable(status.reason()),
                status.attempts());
    }
}
