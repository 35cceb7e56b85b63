package org.careline.intake;

import org.careline.intake.Judgement.Placeable;
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

    Placement match(Judgement judgement) {
        return judgement instanceof Placeable placeable
                ? new Matched(
                        placeable.sighting(), matcher.match(placeable.sighting().question()))
                : new Unmatched(judgement);
    }
}
