package org.careline.intake;

import java.util.List;
import java.util.stream.Stream;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Progress;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.Judgement.Refusal;
import org.careline.intake.Judgement.TooEarly;
import org.careline.intake.Placement.Planned;
import org.careline.intake.Placement.Unmatched;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Touch;
import org.careline.lead.Touch.Direction;
import org.careline.matching.ContactPointEntry;
import org.careline.matching.Match;
import org.careline.matching.Match.NewLead;
import org.springframework.stereotype.Component;

/** Turns a placement into writes: the touch, its lead, the leads linked with it, the contact points. Pure. */
@Component
final class Recording {

    Decision record(Placement placement) {
        return placement instanceof Planned planned ? recorded(planned) : rested(((Unmatched) placement).judgement());
    }

    private static Decision rested(Judgement judgement) {
        Sighting sighting = judgement.sighting();
        StoredInquiry stored = sighting.stored();
        if (judgement instanceof Refusal refusal) {
            StoredInquiry resting = stored.resting(refusal.end(), refusal.reason());
            return Decision.only(sighting, sighting.inDanger() ? resting.inDanger() : resting);
        }
        if (judgement instanceof TooEarly) {
            return Decision.only(sighting, stored.live(sighting.lastSecond()));
        }
        throw new IllegalStateException("A placeable inquiry came without a match");
    }

    private static Decision recorded(Planned planned) {
        Sighting sighting = planned.sighting();
        Match match = planned.match();
        LeadEffects effects = LeadEffects.of(planned);
        Touch touch = touch(planned, effects.lead().id());
        return new Decision(
                sighting,
                touch.equals(sighting.touch()) ? List.of() : List.of(touch),
                effects.losers(),
                effects.written(),
                points(sighting, effects),
                List.of(),
                afterwards(sighting, match));
    }

    private static Touch touch(Planned planned, LeadId lead) {
        Sighting sighting = planned.sighting();
        Match match = planned.match();
        Touch known = sighting.touch();
        List<Explanation> dangers = sighting.noticed()
                .reasons(
                        sighting.stored().released() ? null : sighting.inquiry().suspicion());
        List<Explanation> reasons = Stream.concat(
                        dangers.stream(),
                        Stream.of(match.why(), planned.firstCall().why()))
                .toList();
        if (known == null) {
            Inquiry inquiry = sighting.inquiry();
            return new Touch(
                    sighting.id(),
                    0,
                    lead,
                    Direction.IN,
                    inquiry.at(),
                    inquiry.sender().name(),
                    inquiry.request().message(),
                    !LeadEffects.confirmed(match),
                    sighting.facts(),
                    reasons,
                    inquiry.asked());
        }
        boolean moves = match instanceof NewLead && !known.leadId().equals(lead);
        return (moves ? known.movedTo(lead, reasons) : known)
                .explaining(dangers)
                .learning(sighting.facts());
    }

    /**
     * What the person is reached at, as far as it changes. For a lead that was closed once it is always written: while it was
     * closed another may have been opened under the same points, and whichever of both comes second loses its guard here and
     * is decided anew, with both in view.
     */
    private static List<ContactPointEntry> points(Sighting sighting, LeadEffects effects) {
        Lead lead = effects.lead();
        boolean openAgain = lead.open() && lead.times().closedAt() != null;
        return sighting.sender().points().stream()
                .map(sighting.view()::point)
                .filter(point -> openAgain || !point.leads().contains(lead.id()))
                .map(point -> point.with(lead.id()))
                .toList();
    }

    /** A lead that had to be made for an earlier decision may share its points with others: that is decided next. */
    private static StoredInquiry afterwards(Sighting sighting, Match match) {
        StoredInquiry stored = sighting.stored();
        if (match instanceof NewLead && sighting.touch() != null) {
            return stored;
        }
        return sighting.onTheLine() ? stored.live(sighting.lastSecond()) : stored.resting(Progress.DONE, null);
    }
}
