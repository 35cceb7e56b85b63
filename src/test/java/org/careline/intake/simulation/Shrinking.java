package org.careline.intake.simulation;

import java.util.Objects;
import org.careline.intake.Plant;
import org.careline.intake.simulation.Play.Outcome;

/** Takes happenings out of a history for as long as it still breaks the same promise, in whatever order of play. */
final class Shrinking {

    private static final int SCHEDULES = 40;
    private static final int LAST_SCHEDULES = 1_000;
    private static final long PATIENCE = 2_000_000;

    private final Plant plant;
    private long steps;

    Shrinking(Plant plant) {
        this.plant = plant;
    }

    String story(Outcome broken) {
        Outcome shortest = shortest(broken);
        Outcome told = Play.of(shortest.history(), plant, true);
        Violation violation = Objects.requireNonNullElse(told.violation(), shortest.violation());
        return "%s%nreplay with -Dcareline.simulation.replay=%s%n%s"
                .formatted(
                        Objects.requireNonNull(violation).getMessage(),
                        shortest.history().line(),
                        String.join(System.lineSeparator(), told.story()));
    }

    Outcome shortest(Outcome broken) {
        Outcome shortest = broken;
        for (int place = shortest.history().kept().size() - 1; place >= 0; place--) {
            if (place < shortest.history().kept().size()) {
                shortest = without(place, shortest);
            }
        }
        boolean shrunk =
                shortest.history().kept().size() < broken.history().kept().size();
        return shrunk ? shortest(shortest) : earliest(shortest);
    }

    private Outcome without(int place, Outcome broken) {
        History less = broken.history().without(place);
        for (int schedule = 0; schedule < SCHEDULES && steps < PATIENCE; schedule++) {
            Outcome outcome = played(less.scheduledBy(less.schedule() + schedule));
            if (breaksTheSame(outcome, broken)) {
                return outcome;
            }
        }
        return broken;
    }

    private Outcome earliest(Outcome broken) {
        Outcome earliest = broken;
        for (int schedule = 0; schedule < LAST_SCHEDULES && steps < PATIENCE; schedule++) {
            Outcome outcome = played(broken.history().scheduledBy(schedule));
            if (breaksTheSame(outcome, broken) && outcome.steps() < earliest.steps()) {
                earliest = outcome;
            }
        }
        return earliest;
    }

    private Outcome played(History history) {
        Outcome outcome = Play.of(history, plant, false);
        steps += outcome.steps();
        return outcome;
    }

    private static boolean breaksTheSame(Outcome outcome, Outcome broken) {
        Violation found = outcome.violation();
        return found != null
                && found.promise()
                        .equals(Objects.requireNonNull(broken.violation()).promise());
    }
}
