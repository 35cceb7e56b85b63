package org.careline.processes;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs races through two nodes. */
final class Races {

    /** As many as the races need at most. */
    private static final int FORMS = 120;

    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final Premises premises;
    private final List<Long> answering = new ArrayList<>();
    private final List<Long> settling = new ArrayList<>();

    Races(Premises premises) {
        this.premises = premises;
    }

    /** All races, so many times; those of one round run at the same time. */
    Figures run(int rounds) {
        Figures sum = new Figures("races through two nodes", 0, 0, 0, 0, 0, 0, "");
        for (int round = 0; round < rounds; round++) {
            sum = sum.plus(round());
        }
        return sum.noted(note());
    }

    private Figures round() {
        Queue<String> tokens = new ConcurrentLinkedQueue<>(Strangers.tokens(FORMS, premises));
        Map<Race, List<Contact>> races = new EnumMap<>(Race.class);
        Arrays.stream(Race.values()).forEach(race -> races.put(race, race.everybody(tokens::remove)));
        long start = System.nanoTime();
        Map<Contact, Answer> answers =
                answers(races.values().stream().flatMap(List::stream).toList());
        long answered = System.nanoTime();
        Figures figures = new Figures("", 1, 0, 0, 0, 0, 0, "");
        for (Map.Entry<Race, List<Contact>> race : races.entrySet()) {
            List<Answer> own = race.getValue().stream().map(answers::get).toList();
            figures = figures.plus(OnePerson.of(race.getKey().name(), own).found(new Desk(premises.first()), SETTLED));
        }
        answering.add(Duration.ofNanos(answered - start).toMillis());
        settling.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        return figures;
    }

    private Map<Contact, Answer> answers(List<Contact> all) {
        int shift = settling.size();
        try (Crowd crowd = new Crowd(all.size())) {
            return crowd.together(number -> Strangers.insist(premises::node, number + shift, all.get(number))).stream()
                    .collect(toMap(Answer::contact, identity()));
        }
    }

    private String note() {
        return "a round: all answered within %d ms (median), %d ms (worst); one lead each within %d, %d ms"
                .formatted(median(answering), max(answering), median(settling), max(settling));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long max(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
