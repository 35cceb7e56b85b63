package org.careline.intake.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What happens, and the seed of the order in which everybody plays. One line of text names it and replays it.
 *
 * @param seed from which the happenings were drawn
 * @param kept the numbers of those that are left
 * @param schedule the seed of the order
 */
record History(long seed, List<Integer> kept, long schedule) {

    History {
        kept = List.copyOf(kept);
    }

    static History drawnFrom(long seed) {
        int all = Happenings.drawnFrom(seed).size();
        return new History(seed, IntStream.range(0, all).boxed().toList(), seed);
    }

    /** Reads a {@link #line()} back. */
    static History of(String line) {
        String[] parts = line.split(":", -1);
        List<Integer> kept =
                Arrays.stream(parts[1].split(",", -1)).map(Integer::valueOf).toList();
        return new History(Long.parseLong(parts[0]), kept, Long.parseLong(parts[2]));
    }

    String line() {
        return seed + ":" + kept.stream().map(String::valueOf).collect(Collectors.joining(",")) + ":" + schedule;
    }

    List<Happening> happenings() {
        List<Happening> all = Happenings.drawnFrom(seed);
        return kept.stream()
                .map(all::get)
                .sorted(Comparator.comparingInt(Happening::step))
                .toList();
    }

    History without(int place) {
        return new History(
                seed,
                IntStream.range(0, kept.size())
                        .filter(index -> index != place)
                        .mapToObj(kept::get)
                        .toList(),
                schedule);
    }

    History scheduledBy(long other) {
        return new History(seed, kept, other);
    }
}
