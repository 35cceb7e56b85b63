package org.careline.intake.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.careline.intake.Plant;
import org.careline.intake.simulation.Play.Outcome;

/** Plays histories until one breaks a promise, and counts what they met. */
final class Search {

    private static final int AT_ONCE = 64;

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
        long end = firstSeed + histories;
        for (long next = firstSeed; next < end; next += AT_ONCE) {
            for (Outcome outcome : played(next, Math.min(end, next + AT_ONCE))) {
                count(outcome);
                if (outcome.violation() != null) {
                    return Optional.of(outcome);
                }
            }
        }
        return Optional.empty();
    }

    /** In the order of their seeds; histories share nothing. */
    private List<Outcome> played(long firstSeed, long end) {
        return LongStream.range(firstSeed, end)
                .parallel()
                .mapToObj(seed -> Play.of(History.drawnFrom(seed), plant, false))
                .toList();
    }

    private void count(Outcome outcome) {
        played++;
        steps += outcome.steps();
        outcome.marks().forEach(mark -> met.merge(mark, 1, Integer::sum));
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
