package org.careline.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.careline.inbox.InquiryCounters;
import org.careline.inbox.InquiryState;
import org.careline.inbox.Reason;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Explanation;
import org.careline.lead.Touch;
import org.careline.staff.Alarms;
import org.springframework.stereotype.Component;

/** What became of a batch: people are told of danger, and it is counted, refusals by their rule. */
@Component
final class Settlement {

    private final WaitingInquiries waiting;
    private final MeterRegistry meters;
    private final InquiryCounters counters;
    private final Alarms alarms;

    Settlement(WaitingInquiries waiting, MeterRegistry meters, InquiryCounters counters, Alarms alarms) {
        this.waiting = waiting;
        this.meters = meters;
        this.counters = counters;
        this.alarms = alarms;
    }

    void settle(Batch<Decision> settled) {
        settled.items().forEach(this::alarm);
        settled.items().forEach(this::count);
        waiting.settled(settled.items().size());
    }

    /** Once for what was heard now: by its lead, or by its receipt where it has none. */
    private void alarm(Decision decision) {
        StoredInquiry before = decision.sighting().stored();
        boolean rests = Boolean.TRUE.equals(decision.inquiry().danger());
        if (rests && !Boolean.TRUE.equals(before.danger())) {
            alarms.raise(Alarms.Kind.SAFETY_CONCERN, before.receipt());
        }
        Touch known = decision.sighting().touch();
        boolean heard = decision.touches().stream().anyMatch(touch -> touch.explains(Explanation.Step.DANGER));
        if (heard && (known == null || !known.explains(Explanation.Step.DANGER))) {
            decision.lead().ifPresent(lead -> alarms.raise(Alarms.Kind.SAFETY_CONCERN, lead.value()));
        }
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
        counters.count(inquiry.id().channel(), state);
        Reason reason = inquiry.reason();
        if (reason != null) {
            meters.counter("careline.inquiries.resting", "reason", reason.word())
                    .increment();
        }
    }
}
