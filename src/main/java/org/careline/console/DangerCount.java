package org.careline.console;

import java.util.OptionalInt;
import org.careline.lead.Lead;
import org.careline.lead.LeadRounds;
import org.careline.staff.Actor;
import org.careline.store.StoreUnavailable;
import org.springframework.stereotype.Component;

/** How many people may be in danger and have nobody, for the bar above every page. A number says nothing of anybody. */
@Component
class DangerCount {

    private static final Actor RULE = new Actor.Rule("danger-count");
    private static final int MOST = 200;

    private final LeadRounds rounds;

    DangerCount(LeadRounds rounds) {
        this.rounds = rounds;
    }

    /** Empty while the store is away. */
    OptionalInt now() {
        try {
            return OptionalInt.of((int)
                    rounds.held(MOST, RULE).stream().filter(Lead::waitsInDanger).count());
        } catch (StoreUnavailable away) {
            return OptionalInt.empty();
        }
    }

    /** The same as it stands in a signal; empty text for an unknown number. */
    String word() {
        OptionalInt count = now();
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
    }

    /** What the bar says; empty if there is nobody. The console's script says the same. */
    static String sentence(int count) {
        if (count == 0) {
            return "";
        }
        return count == 1
                ? "1 person may be in danger and nobody has taken them: open"
                : count + " people may be in danger and nobody has taken them: open";
    }
}
