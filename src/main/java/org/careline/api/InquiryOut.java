package org.careline.api;

import org.careline.lead.LeadId;
import java.util.Optional;
import java.util.Locale;
import org.careline.inbox.InquiryStatus;

/** What became of an inquiry. */
record InquiryOut(
        String receipt,
        String state,
        Optional<String> leadId,
        Optional<String> reason,
        int attempts) {

    static InquiryOut of(InquiryStatus status) {
        return new InquiryOut(
                status.receipt().value(),
                status.state().name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(status.leadId()).map(LeadId::value),
                Optional.ofNullable(status.reason()),
                status.attempts());
    }
}
