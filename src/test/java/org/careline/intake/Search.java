package org.careline.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.careline.intake.Play.Outcome;

/** Plays histories until one breaks a promise, and counts what they met. */
final class Search {

    private final Plant plant;
    private final Map<Mark, Integer> met = new EnumMap<>(Mark.class);
    private int played;
    private long steps;

    Search(Plant plant) {
        this.plant = plant;
    }

    /** Empty if all of them keep every promise; otherwise the shortest that was found, told as a story. */
    Optional<String> among(long firstSeed, int histories) {
        return firstBroken(firstSeed, histories).map(new Shrinking(plant)::story);
    }

    Optional<Outcome> firstBroken(long firstSeed, int histories) {
        for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
            Outcome outcome = Play.of(History.drawnFrom(seed), plant, false);
            played++;
            steps += outcome.steps();
            outcome.marks().forEach(mark -> met.merge(mark, 1, Integer::sum));
            if (outcome.violation() != null) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    int played() {
        return played;
    }

    /** How many histories met what. */
    Map<Mark, Integer> met() {
        return met;
    }

    String summary() {
        return played + " histories, " + steps + " steps, of which met " + met;
    }
}
