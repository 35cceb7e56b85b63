package org.careline.intake;

import org.careline.followup.Asked;
import org.careline.followup.Cadences;
import org.careline.followup.GoodTimes;
import org.careline.followup.Planned.Attempt;
import org.careline.inbox.Inquiry;
import org.careline.intake.Placement.Matched;
import org.careline.intake.Placement.Planned;
import org.springframework.stereotype.Component;

/** Plans the first call that a contact asks for. Pure: from the contact alone, so that every order gives the same. */
@Component
final class FirstCalls {

    private final Cadences cadences;

    FirstCalls(Cadences cadences) {
        this.cadences = cadences;
    }

    Placement plan(Placement placement) {
        return placement instanceof Matched matched
                ? new Planned(matched.seen(), matched.match(), firstCall(matched.seen()))
                : placement;
    }

    private FirstCall firstCall(InquiryInView seen) {
        Inquiry inquiry = seen.inquiry();
        GoodTimes good = GoodTimes.named(inquiry.details().bestTimes());
        Attempt first = cadences.first(new Asked(
                seen.id().channel(),
                inquiry.at(),
                seen.sender().zones(inquiry.details().zip()),
                good));
        return new FirstCall(first.dueAt(), first.why());
    }
}
