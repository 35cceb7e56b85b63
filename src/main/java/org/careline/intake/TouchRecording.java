package org.careline.intake;

import java.util.List;
import java.util.stream.Stream;
import org.careline.inbox.Inquiry;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.JunkVerdict.Refusal;
import org.careline.intake.JunkVerdict.TooEarly;
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
final class TouchRecording {

    Decision record(Placement placement) {
        return placement instanceof Planned planned ? recorded(planned) : rested(((Unmatched) placement).verdict());
    }

    private static Decision rested(JunkVerdict verdict) {
        InquiryInView seen = verdict.seen();
        StoredInquiry stored = seen.stored();
        if (verdict instanceof Refusal refusal) {
            StoredInquiry resting = stored.resting(refusal.end(), refusal.reason());
            return Decision.about(seen).resting(seen.inDanger() ? resting.inDanger() : resting);
        }
        if (verdict instanceof TooEarly) {
            return Decision.about(seen).resting(stored.live(seen.lastSecond()));
        }
        throw new IllegalStateException("A placeable inquiry came without a match");
    }

    private static Decision recorded(Planned planned) {
        InquiryInView seen = planned.seen();
        Match match = planned.match();
        LeadEffects effects = LeadEffects.of(planned);
        Touch touch = touch(planned, effects.lead().id());
        return Decision.about(seen)
                .with(WriteKind.TOUCHES, touch.equals(seen.touch()) ? List.of() : List.of(touch))
                .with(WriteKind.FROZEN_LEADS, effects.losers())
                .with(WriteKind.LEADS, effects.written())
                .with(WriteKind.POINTS, points(seen, effects))
                .resting(afterwards(seen, match, touch));
    }

    private static Touch touch(Planned planned, LeadId lead) {
        InquiryInView seen = planned.seen();
        List<Explanation> dangers = seen.noticed().reasons(seen.suspicion());
        List<Explanation> reasons = Stream.concat(
                        dangers.stream(),
                        Stream.of(planned.match().why(), planned.firstCall().why()))
                .toList();
        return seen.decidedBefore()
                .map(known -> moved(known, planned.match(), lead, reasons)
                        .explaining(dangers)
                        .learning(seen.facts()))
                .orElseGet(() -> first(seen, planned.match(), lead, reasons));
    }

    private static Touch moved(Touch known, Match match, LeadId lead, List<Explanation> reasons) {
        boolean moves = match instanceof NewLead && !known.leadId().equals(lead);
        return moves ? known.movedTo(lead, reasons) : known;
    }

    private static Touch first(InquiryInView seen, Match match, LeadId lead, List<Explanation> reasons) {
        Inquiry inquiry = seen.inquiry();
        return new Touch(
                seen.id(),
                0,
                lead,
                Direction.IN,
                inquiry.at(),
                inquiry.sender().name(),
                inquiry.details().message(),
                !LeadEffects.confirmed(match),
                seen.facts(),
                reasons,
                inquiry.asked());
    }

    /**
     * What the person is reached at, as far as it changes. For a lead that was closed once it is always written: while it was
     * closed another may have been opened under the same points, and whichever of both comes second loses its guard here and
     * is decided anew, with both in view.
     */
    private static List<ContactPointEntry> points(InquiryInView seen, LeadEffects effects) {
        Lead lead = effects.lead();
        boolean openAgain = lead.open() && lead.times().closedAt() != null;
        return seen.sender().points().stream()
                .map(seen.view()::point)
                .filter(point -> openAgain || !point.leads().contains(lead.id()))
                .map(point -> point.with(lead.id()))
                .toList();
    }

    /**
     * How the inquiry rests. One whose lead had to be made because an earlier decision named it stays as it is: the next batch
     * decides whether that lead shares its points with others. That people are told of danger is kept with this last write, so
     * that whoever decides it anew after a write that was lost tells them, and nobody does twice.
     */
    private static StoredInquiry afterwards(InquiryInView seen, Match match, Touch touch) {
        StoredInquiry stored = seen.stored();
        if (match instanceof NewLead && seen.decidedBefore().isPresent()) {
            return stored;
        }
        StoredInquiry rests = seen.onTheLine() ? stored.live(seen.lastSecond()) : stored.done();
        return touch.explains(Explanation.Step.DANGER) ? rests.inDanger() : rests;
    }
}
