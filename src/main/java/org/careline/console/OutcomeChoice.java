package org.careline.console;

import java.util.Arrays;
import java.util.List;
import org.careline.lead.Outcome;

/**
 * An outcome to choose, which says beforehand what must be told with it.
 *
 * @param needs {@code time}, {@code perhaps-time}, {@code language} or {@code nothing}
 */
record OutcomeChoice(String name, String words, String needs) {

    static final List<OutcomeChoice> ALL =
            Arrays.stream(Outcome.values()).map(OutcomeChoice::of).toList();

    private static OutcomeChoice of(Outcome outcome) {
        return switch (outcome.needs()) {
            case TIME -> of(outcome, " (time needed)", "time");
            case PERHAPS_TIME -> of(outcome, " (time, if they named one)", "perhaps-time");
            case LANGUAGE -> of(outcome, " (language needed)", "language");
            case NOTHING -> of(outcome, "", "nothing");
        };
    }

    private static OutcomeChoice of(Outcome outcome, String beside, String needs) {
        return new OutcomeChoice(outcome.name(), Labels.of(outcome) + beside, needs);
    }
}
