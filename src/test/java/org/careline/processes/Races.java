package org.careline.processes;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs races through two nodes. */
final class Races {

    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final Premises premises;
    private final AtomicInteger turn = new AtomicInteger();

    Races(Premises premises) {
        this.premises = premises;
    }

    /** All races, so many times; those of one round run at the same time. */
    Figures run(int rounds) {
        Figures sum = new Figures("races through two nodes", 0, 0, 0, 0, 0, 0, "");
        for (int round = 0; round < rounds; round++) {
            sum = sum.plus(round());
        }
        return sum;
    }

    private Figures round() {
        Map<Race, List<Contact>> races = new EnumMap<>(Race.class);
        Arrays.stream(Race.values()).forEach(race -> races.put(race, race.everybody(this::token)));
        List<Contact> all = races.values().stream().flatMap(List::stream).toList();
        List<Answer> answers;
        try (Crowd crowd = new Crowd(all.size())) {
            answers = crowd.together(number -> Visitors.send(premises.node(number + turn.get()), all.get(number)));
        }
        turn.incrementAndGet();
        Figures figures = new Figures("", 1, 0, 0, 0, 0, 0, "");
        for (Map.Entry<Race, List<Contact>> race : races.entrySet()) {
            List<Answer> own = answers.stream()
                    .filter(answer -> race.getValue().contains(answer.contact()))
                    .toList();
            figures = figures.plus(OnePerson.of(race.getKey().name(), own).found(new Desk(premises.first()), SETTLED));
        }
        return figures;
    }

    private String token() {
        return Strangers.token(premises.node(turn.incrementAndGet()));
    }
}
