package org.careline.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.careline.contact.EmailAddress;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Lead;
import org.careline.lead.Related;

/**
 * The living leads at an inquiry's contact points, sorted by what they can be to it.
 *
 * @param open open leads whose names fit
 * @param closedLately closed leads whose names fit and which a later contact opens again
 * @param links the others, with the reason why they are only linked
 */
record Candidates(MatchQuestion question, List<Lead> open, List<Lead> closedLately, Set<Related> links) {

    /** A lead closed for longer than this is an earlier episode (leads.md §1.4). */
    static final Duration EPISODE = Duration.ofDays(90);

    static Candidates of(MatchQuestion question) {
        List<Lead> open = new ArrayList<>();
        List<Lead> closed = new ArrayList<>();
        Set<Related> links = new LinkedHashSet<>();
        for (Lead lead : question.view().rootsAt(question.points())) {
            if (!lead.person().fits(question.name())) {
                links.add(new Related(lead.id(), sharedPoint(question, lead)));
            } else if (lead.open()) {
                open.add(lead);
            } else if (opensAgain(question, lead)) {
                closed.add(lead);
            } else {
                links.add(new Related(lead.id(), Related.Kind.EARLIER_EPISODE));
            }
        }
        return new Candidates(question, open, closed, links);
    }

    private static boolean opensAgain(MatchQuestion question, Lead lead) {
        return lead.closing() != null
                && lead.closing().reason().reopens()
                && question.at().isBefore(lead.closing().at().plus(EPISODE));
    }

    private static Related.Kind sharedPoint(MatchQuestion question, Lead lead) {
        boolean byPhone = question.points().stream()
                .anyMatch(point ->
                        point instanceof PhoneNumber && lead.person().points().contains(point));
        return byPhone ? Related.Kind.SHARES_PHONE : Related.Kind.POSSIBLE_DUPLICATE;
    }

    /** Matched by e-mail before phone, named before nameless, then the older (design §4). */
    Comparator<Lead> byStrength() {
        return Comparator.comparing((Lead lead) -> !byEmail(lead))
                .thenComparing(lead -> lead.person().names().isEmpty())
                .thenComparing(Lead.BY_AGE);
    }

    private boolean byEmail(Lead lead) {
        return question.points().stream()
                .filter(EmailAddress.class::isInstance)
                .anyMatch(lead.person().points()::contains);
    }

    /** Why no lead was chosen. */
    MatchRule rulesOut() {
        if (links.stream().anyMatch(link -> link.kind() != Related.Kind.EARLIER_EPISODE)) {
            return MatchRule.NAMES_CONFLICT;
        }
        return links.isEmpty() ? MatchRule.UNKNOWN_PERSON : MatchRule.NEW_EPISODE;
    }
}
