package org.careline.processes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two messages under one key, on two nodes that cannot compare them. */
final class UsedKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Premises premises;

    UsedKeys(Premises premises) {
        this.premises = premises;
    }

    /** Both are acknowledged; one becomes a lead, the other waits for a person, who lets it become one too. */
    Figures whileTheStoreIsDown() {
        Contact one = Contact.api(Contact.freshPhone(), null, "Maya Ortiz");
        Contact other = new Contact(one.way(), one.key(), Contact.freshPhone(), null, "Ben Doyle");
        premises.store().process().end();
        List<Answer> answers = List.of(Visitors.send(premises.first(), one), Visitors.send(premises.second(), other));
        premises.store().starting().ready();
        if (!answers.stream().allMatch(Answer::acknowledged)) {
            throw new AssertionError("Not acknowledged: " + answers);
        }
        Desk desk = new Desk(premises.first());
        String parked = parked(desk);
        Await.until("one of the two is a lead", PATIENCE, () -> found(desk, one, other) == 1);
        int replayed = desk.replay(parked);
        if (replayed != 202) {
            throw new AssertionError("The other was not replayed: " + replayed);
        }
        Await.until("both are leads", PATIENCE, () -> found(desk, one, other) == 2);
        return new Figures(
                "two bodies under one key",
                1,
                2,
                found(desk, one, other),
                0,
                0,
                answers.stream().mapToLong(Answer::millis).max().orElse(0),
                "one became a lead, the other was parked as key-reused and became one when replayed");
    }

    private static String parked(Desk desk) {
        return Await.value(
                        PATIENCE,
                        () -> desk.parked().stream()
                                .filter(inquiry ->
                                        inquiry.path("reason").asString("").equals("key-reused"))
                                .map(inquiry -> inquiry.path("receipt").asString())
                                .findFirst())
                .orElseThrow(() -> new AssertionError("No inquiry is parked as key-reused"));
    }

    private static long found(Desk desk, Contact... contacts) {
        return Stream.of(contacts)
                .map(contact -> Await.value(PATIENCE, () -> desk.leads(contact.search())))
                .flatMap(Optional::stream)
                .filter(leads -> leads.size() == 1)
                .count();
    }
}
