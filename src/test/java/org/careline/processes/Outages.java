package org.careline.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes the store away for a while under parallel requests. */
final class Outages {

    /** The promise: everybody is answered in less. */
    private static final Duration ANSWERED = Duration.ofSeconds(1);

    private static final int PEOPLE = 50;
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(100);

    private final Premises premises;
    private final Duration length;

    /** @param length how long the store is away */
    Outages(Premises premises, Duration length) {
        this.premises = premises;
        this.length = length;
    }

    /** All of them were acknowledged in time and are there once. */
    static void assertAnswered(Figures figures) {
        assertThat(figures.acknowledged()).isPositive();
        assertThat(figures.note()).startsWith("0 refused");
        assertThat(figures.lost()).isZero();
        assertThat(figures.doubled()).isZero();
        assertThat(figures.slowestMillis()).isLessThan(ANSWERED.toMillis());
    }

    Figures of(Absence absence) {
        List<Answer> answers;
        try (Crowd crowd = new Crowd(PEOPLE)) {
            AtomicInteger numbers = new AtomicInteger();
            crowd.together(person -> Visitors.send(premises.node(person), stranger(person, numbers)));
            absence.begin(premises.store());
            long end = System.nanoTime() + length.toNanos();
            answers = crowd.together(person -> visits(person, numbers, end)).stream()
                    .flatMap(List::stream)
                    .toList();
        } finally {
            absence.end(premises.store());
        }
        long back = System.nanoTime();
        List<Answer> taken = answers.stream().filter(Answer::acknowledged).toList();
        Tracked tracked = new Tracked(new Desk(premises.first()));
        taken.forEach(tracked::acknowledged);
        Duration visible = tracked.allSeenAfter(back);
        Figures counted = tracked.counted();
        String note = "%d refused, all visible %d ms after its return; %s"
                .formatted(answers.size() - taken.size(), visible.toMillis(), distribution(answers));
        return new Figures(
                "store " + absence.words,
                1,
                counted.acknowledged(),
                counted.found(),
                counted.lost(),
                counted.doubled(),
                slowest(answers),
                note);
    }

    private Contact stranger(int person, AtomicInteger numbers) {
        return Strangers.stranger(numbers.getAndIncrement(), () -> Strangers.token(premises.node(person)));
    }

    private List<Answer> visits(int person, AtomicInteger numbers, long end) {
        List<Answer> answers = new ArrayList<>();
        while (System.nanoTime() - end < 0) {
            answers.add(Visitors.send(premises.node(person), stranger(person, numbers)));
            LockSupport.parkNanos(BREATH);
        }
        return answers;
    }

    private static long slowest(List<Answer> answers) {
        return answers.stream().mapToLong(Answer::millis).max().orElse(0);
    }

    private static String distribution(List<Answer> answers) {
        return Arrays.stream(Contact.Way.values())
                .filter(way -> way != Contact.Way.HANG_UP)
                .map(way -> way + " " + quantiles(answers, way))
                .collect(Collectors.joining(", "));
    }

    private static String quantiles(List<Answer> answers, Contact.Way way) {
        long[] sorted = answers.stream()
                .filter(answer -> answer.contact().way() == way)
                .mapToLong(Answer::millis)
                .sorted()
                .toArray();
        return IntStream.of(50, 90, 99, 100)
                .mapToObj(part ->
                        "p" + part + " " + (sorted.length == 0 ? "-" : sorted[(sorted.length - 1) * part / 100]))
                .collect(Collectors.joining(" ", "(" + sorted.length + ") ", " ms"));
    }
}
