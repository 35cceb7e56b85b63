package org.careline.api;

import java.util.Locale;
import org.careline.inbox.InquiryStatus;
import org.jspecify.annotations.Nullable;

/** What became of an inquiry. */
record InquiryOut(
        String receipt,
        String state,
        @Nullable String leadId,
        @Nullable String reason,
        int attempts) {

    static InquiryOut of(InquiryStatus status) {
        return new InquiryOut(
                status.receipt().value(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.leadId() == null ? null : status.leadId().value(),
                status.reason(),
                status.attempts());
    }
}
