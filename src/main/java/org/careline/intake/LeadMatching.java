package org.careline.intake;

import org.careline.intake.JunkVerdict.Placeable;
import org.careline.intake.Placement.Matched;
import org.careline.intake.Placement.Unmatched;
import org.careline.matching.LeadMatcher;
import org.springframework.stereotype.Component;

/** Asks the matcher for those that can become a touch. */
@Component
final class LeadMatching {

    private final LeadMatcher matcher;

    LeadMatching(LeadMatcher matcher) {
        this.matcher = matcher;
    }

    Placement match(JunkVerdict verdict) {
        return verdict instanceof Placeable placeable
                ? new Matched(placeable.seen(), matcher.match(placeable.seen().question()))
                : new Unmatched(verdict);
    }
}
