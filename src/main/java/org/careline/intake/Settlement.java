package org.careline.intake;

import io.micrometer.core.instrument.MeterRegistry;

/** What became of a batch: counted, refusals by their rule. */
final class Settlement {

    private final WaitingInquiries waiting;
    private final MeterRegistry meters;

    Settlement(WaitingInquiries waiting, MeterRegistry meters) {
        this.waiting = waiting;
        this.meters = meters;
    }

    void settle(Batch<Decision> settled) {
        settled.items().forEach(this::count);
        waiting.settled(settled.items().size());
    }

    private void count(Decision decision) {
        StoredInquiry inquiry = decision.inquiry();
        switch (inquiry.progress()) {
            case DONE, LIVE -> countFirst(decision);
            case REFUSED -> count(inquiry, InquiryState.REFUSED);
            case SUSPECT -> count(inquiry, InquiryState.SUSPECT);
            case UNPLACED -> count(inquiry, InquiryState.UNPLACED);
            case WAITING, EARLY, PARKED -> {}
        }
    }

    /** A call is decided when it rings and once more when it ends; it counts once. */
    private void countFirst(Decision decision) {
        boolean first =
                decision.sighting().touch() == null && !decision.touches().isEmpty();
        if (first) {
            count(decision.inquiry(), InquiryState.DONE);
        }
    }

    private void count(StoredInquiry inquiry, InquiryState state) {
        InquiryCounters.count(meters, inquiry.id().channel(), state);
        Reason reason = inquiry.reason();
        if (reason != null) {
            meters.counter("careline.inquiries.resting", "reason", reason.word())
                    .increment();
        }
    }
}
