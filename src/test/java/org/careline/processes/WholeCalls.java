package org.careline.processes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careline.processes.WholeCall.Wish;

/** Calls that are played to their end while the store is away, many at a time, each by somebody else. */
final class WholeCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_A_TIME = 20;
    private static final List<Wish> WISHES = List.of(Wish.values());

    private final Premises premises;
    private final List<WholeCall> calls;

    WholeCalls(Premises premises, int count) {
        this.premises = premises;
        this.calls = IntStream.range(0, count)
                .mapToObj(number -> new WholeCall(
                        Contact.freshPhone(),
                        WISHES.get(number % WISHES.size()),
                        asked -> premises.node(number + asked)))
                .toList();
    }

    /** What came of them when the store was back: a refusal is an answer that was no TwiML. */
    Figures during(Absence absence) {
        List<Answer> answers;
        absence.begin(premises.store());
        try (Crowd crowd = new Crowd(AT_A_TIME)) {
            answers = crowd.together(this::share).stream().flatMap(List::stream).toList();
        } finally {
            absence.end(premises.store());
        }
        long back = System.nanoTime();
        List<Answer> taken = answers.stream().filter(Answer::acknowledged).toList();
        Desk desk = new Desk(premises.first());
        Tracked tracked = new Tracked(desk);
        taken.forEach(tracked::acknowledged);
        Duration visible = tracked.allSeenAfter(back);
        calls.forEach(call -> assertTold(desk, call));
        Figures counted = tracked.counted();
        return new Figures(
                "whole calls, store " + absence.words,
                1,
                counted.acknowledged(),
                counted.found(),
                counted.lost(),
                counted.doubled(),
                counted.slowestMillis(),
                "%d refused, a quarter each for a call back, the crisis line, a message and nothing; all visible %d ms after its return"
                        .formatted(answers.size() - taken.size(), visible.toMillis()));
    }

    private List<Answer> share(int person) {
        return IntStream.range(0, calls.size())
                .filter(number -> number % AT_A_TIME == person)
                .mapToObj(number -> calls.get(number).play())
                .toList();
    }

    private static void assertTold(Desk desk, WholeCall call) {
        List<String> wanted = List.of(call.wish().outcome);
        Optional<List<String>> told = Await.value(
                PATIENCE, () -> Optional.of(outcomes(desk, call.contact())).filter(wanted::equals));
        if (told.isEmpty()) {
            throw new AssertionError(call.wish() + ": the lead says " + outcomes(desk, call.contact()));
        }
    }

    /** What came of each contact of all leads of somebody, in the lead's words. */
    private static List<String> outcomes(Desk desk, Contact contact) {
        return desk.leads(contact.search()).stream()
                .flatMap(List::stream)
                .flatMap(lead -> desk.lead(lead.path("id").asString()).stream())
                .flatMap(lead -> lead.path("touches").valueStream())
                .map(touch -> touch.path("outcome").asString(""))
                .toList();
    }
}
