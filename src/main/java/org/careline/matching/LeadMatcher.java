package org.careline.matching;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.contact.PersonName;
import org.careline.lead.Lead;
import org.careline.lead.Related;
import org.careline.lead.Touch;
import org.careline.matching.Match.NewLead;
import org.careline.matching.Match.OnePerson;
import org.careline.matching.Match.SameLead;

/**
 * Decides to which lead an inquiry belongs: pure, the same answer for the same view. A touch that exists is the decision;
 * otherwise the rules of {@link MatchRule} speak in their order.
 */
public final class LeadMatcher {

    private static final Comparator<Lead> BY_ACTIVITY =
            Comparator.comparing((Lead lead) -> lead.times().lastInboundAt()).thenComparing(Lead::id);

    public Match match(MatchQuestion question) {
        Touch touch = question.touch();
        Candidates candidates = Candidates.of(question);
        return touch == null ? undecided(question, candidates) : decided(question, touch, candidates);
    }

    private Match decided(MatchQuestion question, Touch touch, Candidates candidates) {
        Optional<Lead> own = question.view().lead(touch.leadId());
        Optional<Lead> root = question.view().root(touch.leadId());
        if (own.isEmpty() || root.isEmpty()) {
            return newLead(MatchRule.LEAD_OF_ITS_OWN, question, candidates);
        }
        if (belongsElsewhere(question, own.get(), root.get())) {
            return newLead(MatchRule.NAMES_CONFLICT, question, candidates);
        }
        return question.opens(root.get())
                ? togetherWith(root.get(), question, touch, candidates)
                : bound(root.get(), question, touch, Set.of(), false);
    }

    /** The lead that it is bound to opens for it, and whoever else is there may be the same person. */
    private static Match togetherWith(Lead bound, MatchQuestion question, Touch touch, Candidates candidates) {
        List<Lead> together = new ArrayList<>(List.of(bound));
        candidates.open().stream().filter(lead -> !lead.id().equals(bound.id())).forEach(together::add);
        if (bound.closing() != null) {
            addThoseBehind(bound, question, together);
        }
        if (together.size() > 1 && !touch.unconfirmed() && onePerson(together)) {
            return merged(together, question, candidates);
        }
        Set<Related> links = links(candidates, others(together, bound, candidates));
        return bound(bound, question, touch, links, together.size() > 1);
    }

    private static SameLead bound(Lead lead, MatchQuestion question, Touch touch, Set<Related> links, boolean review) {
        return new SameLead(lead, !touch.unconfirmed(), links, review, MatchRule.ALREADY_DECIDED.because(question));
    }

    /**
     * The one exception to "the touch is the decision": between the decision and its effect another name came to the
     * lead. A touch whose own lead took its name in stays, whatever else is there.
     */
    private static boolean belongsElsewhere(MatchQuestion question, Lead own, Lead root) {
        PersonName name = question.name();
        return name != null
                && !own.person().names().contains(name)
                && !root.person().fits(name);
    }

    private Match undecided(MatchQuestion question, Candidates candidates) {
        List<Lead> open = candidates.open();
        if (open.isEmpty()) {
            return candidates.closedLately().isEmpty()
                    ? newLead(candidates.rulesOut(), question, candidates)
                    : afterClosing(question, candidates);
        }
        if (open.size() == 1) {
            return same(open.get(0), MatchRule.SAME_CONTACT_POINT, question, candidates);
        }
        return onePerson(open) ? merged(open, question, candidates) : oneOfSeveral(question, candidates);
    }

    private Match afterClosing(MatchQuestion question, Candidates candidates) {
        Lead last = candidates.closedLately().stream().max(BY_ACTIVITY).orElseThrow();
        if (!question.opens(last)) {
            return new SameLead(
                    last, true, links(candidates, List.of()), true, MatchRule.BEFORE_CLOSING.because(question));
        }
        List<Lead> together = new ArrayList<>(List.of(last));
        addThoseBehind(last, question, together);
        return together.size() > 1 && onePerson(together)
                ? merged(together, question, candidates)
                : new SameLead(
                        last,
                        true,
                        links(candidates, others(together, last, candidates)),
                        together.size() > 1,
                        MatchRule.REOPENED.because(question));
    }

    /** A closed lead that opens again brings those that share one of its own points or were linked with it meanwhile. */
    private static void addThoseBehind(Lead closed, MatchQuestion question, List<Lead> together) {
        question.view().around(closed).stream()
                .filter(Lead::open)
                .filter(lead -> lead.person().fits(question.name()) && Merges.mayJoin(closed, lead))
                .filter(lead -> together.stream().noneMatch(known -> known.id().equals(lead.id())))
                .forEach(together::add);
    }

    private Match oneOfSeveral(MatchQuestion question, Candidates candidates) {
        List<Lead> open = candidates.open();
        if (question.name() == null) {
            Lead latest = open.stream().max(BY_ACTIVITY).orElseThrow();
            return new SameLead(latest, false, Set.of(), true, MatchRule.SHARED_POINT_NO_NAME.because(question));
        }
        Lead strongest = open.stream().min(candidates.byStrength()).orElseThrow();
        Set<Related> links = links(candidates, others(open, strongest, candidates));
        return new SameLead(strongest, true, links, true, MatchRule.STRONGEST_OF_SEVERAL.because(question));
    }

    private static Match same(Lead lead, MatchRule rule, MatchQuestion question, Candidates candidates) {
        Set<Related> links = links(candidates, others(List.of(), lead, candidates));
        return new SameLead(lead, true, links, false, rule.because(question));
    }

    private static Match newLead(MatchRule rule, MatchQuestion question, Candidates candidates) {
        Set<Related> links = links(candidates, List.of());
        boolean review = links.stream().anyMatch(link -> link.kind() != Related.Kind.EARLIER_EPISODE);
        return new NewLead(links, review, rule.because(question));
    }

    private static Match merged(List<Lead> together, MatchQuestion question, Candidates candidates) {
        List<Lead> byAge = together.stream().sorted(Lead.BY_AGE).toList();
        List<Lead> closed = candidates.closedLately().stream()
                .filter(lead -> !byAge.contains(lead))
                .toList();
        return new OnePerson(
                byAge.get(0),
                byAge.subList(1, byAge.size()),
                links(candidates, closed),
                MatchRule.ONE_PERSON.because(question));
    }

    private static boolean onePerson(List<Lead> leads) {
        return leads.stream().allMatch(one -> leads.stream().allMatch(other -> Merges.mayJoin(one, other)));
    }

    private static Set<Related> links(Candidates candidates, List<Lead> possiblySame) {
        Set<Related> links = new LinkedHashSet<>(candidates.links());
        links.addAll(possiblySame.stream()
                .map(lead -> new Related(lead.id(), Related.Kind.POSSIBLE_DUPLICATE))
                .collect(toUnmodifiableSet()));
        return links;
    }

    /**
     * All that fit but the one chosen. The link is written into those that are closed as well: whoever would open one of
     * them at the same time loses its guard, and finds the open one by the link.
     */
    private static List<Lead> others(List<Lead> open, Lead chosen, Candidates candidates) {
        return Stream.concat(open.stream(), candidates.closedLately().stream())
                .filter(lead -> !lead.id().equals(chosen.id()))
                .toList();
    }
}
