package org.careline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careline.intake.Placement.Planned;
import org.careline.lead.Contact;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.Related;
import org.careline.matching.Match;
import org.careline.matching.Match.OnePerson;
import org.careline.matching.Match.SameLead;

/**
 * What a contact does to leads.
 *
 * @param lead the lead it belongs to, afterwards
 * @param losers leads that are frozen first, because they turned out to be the same person's
 * @param written the lead and those linked with it, as far as they change
 */
record LeadEffects(Lead lead, List<Lead> losers, List<Lead> written) {

    static LeadEffects of(Planned planned) {
        InquiryInView seen = planned.seen();
        Match match = planned.match();
        if (match instanceof OnePerson one) {
            return merged(planned, one);
        }
        Optional<Lead> before = match instanceof SameLead same ? Optional.of(same.lead()) : Optional.empty();
        Lead received = before.map(known -> known.receiving(planned.contact(confirmed(match))))
                .orElseGet(() -> Lead.openedBy(planned.contact(true)));
        Lead after = linked(reviewed(ended(received, seen), seen, match), match);
        return new LeadEffects(after, List.of(), written(before, after, seen, match));
    }

    static boolean confirmed(Match match) {
        return !(match instanceof SameLead same) || same.confirmed();
    }

    private static LeadEffects merged(Planned planned, OnePerson one) {
        InquiryInView seen = planned.seen();
        Contact contact = planned.contact(true);
        Lead winner = ended(one.winner().receiving(contact), seen);
        List<Lead> losers = new ArrayList<>();
        for (Lead loser : one.losers()) {
            Lead open = ended(loser.open() ? loser : loser.receiving(contact), seen);
            Lead frozen = open.mergedInto(winner.id(), false);
            losers.add(frozen);
            winner = winner.absorbing(frozen);
        }
        Lead after = linked(winner, one);
        return new LeadEffects(after, losers, written(Optional.of(one.winner()), after, seen, one));
    }

    private static Lead ended(Lead lead, InquiryInView seen) {
        return seen.isCall() && !seen.onTheLine() ? lead.offTheLine(seen.id()) : lead;
    }

    private static Lead reviewed(Lead lead, InquiryInView seen, Match match) {
        return match.review() ? lead.toReview(seen.id(), seen.inquiry().at()) : lead;
    }

    private static Lead linked(Lead lead, Match match) {
        Lead linked = lead;
        for (Related link : match.links()) {
            linked = link.id().equals(lead.id()) ? linked : linked.relatedTo(link.id(), link.kind());
        }
        return linked;
    }

    /** The end of a call always writes its lead: another worker that still believes in the call then loses its guard. */
    private static List<Lead> written(Optional<Lead> before, Lead after, InquiryInView seen, Match match) {
        boolean over = seen.facts().stream().anyMatch(Fact::endsTheCall);
        List<Lead> leads = new ArrayList<>();
        if (over || seen.takes(after).isPresent() || !Optional.of(after).equals(before)) {
            leads.add(after);
        }
        for (Related link : match.links()) {
            otherSide(link, after, seen).ifPresent(leads::add);
        }
        return leads;
    }

    private static Optional<Lead> otherSide(Related link, Lead lead, InquiryInView seen) {
        return seen.view()
                .lead(link.id())
                .filter(other -> link.kind() != Related.Kind.EARLIER_EPISODE
                        && !other.id().equals(lead.id()))
                .filter(other -> !other.related().contains(new Related(lead.id(), link.kind())))
                .map(other -> other.relatedTo(lead.id(), link.kind()));
    }
}
