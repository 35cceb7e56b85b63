package org.careline.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.careline.inbox.InquiryCounters;
import org.careline.inbox.InquiryState;
import org.careline.inbox.Reason;
import org.careline.inbox.StoredInquiry;
import org.springframework.stereotype.Component;

/** Counts what became of a batch, refusals by their rule. */
@Component
final class BatchCounts {

    private final MeterRegistry meters;
    private final InquiryCounters counters;

    BatchCounts(MeterRegistry meters, InquiryCounters counters) {
        this.meters = meters;
        this.counters = counters;
    }

    /** @param written of which every write held */
    Decision count(Decision written) {
        StoredInquiry inquiry = written.inquiry();
        switch (inquiry.progress()) {
            case DONE, LIVE -> countFirst(written);
            case REFUSED -> count(inquiry, InquiryState.REFUSED);
            case SUSPECT -> count(inquiry, InquiryState.SUSPECT);
            case UNPLACED -> count(inquiry, InquiryState.UNPLACED);
            case WAITING, EARLY, PARKED -> {}
        }
        return written;
    }

    /** A call is decided when it rings and once more when it ends; it counts once. */
    private void countFirst(Decision written) {
        boolean first = written.seen().decidedBefore().isEmpty()
                && !written.all(WriteKind.TOUCHES).isEmpty();
        if (first) {
            count(written.inquiry(), InquiryState.DONE);
        }
    }

    private void count(StoredInquiry inquiry, InquiryState state) {
        counters.count(inquiry.id().channel(), state);
        inquiry.reason()
                .map(Reason::word)
                .ifPresent(reason -> meters.counter("careline.inquiries.resting", "reason", reason)
                        .increment());
    }
}
