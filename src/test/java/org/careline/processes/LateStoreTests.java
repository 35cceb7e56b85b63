package org.careline.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that is there before its store. */
class LateStoreTests {

    private final Premises premises = Premises.of("late-store");

    @AfterEach
    void closeThePremises() {
        premises.close();
    }

    @Test
    void aNodeTakesContactsBeforeItsStoreIsThere() {
        RunningNode node = premises.first().starting().ready();
        List<Contact> strangers = List.of(
                Contact.call(Contact.freshPhone()),
                Contact.form(Strangers.token(node), Contact.freshPhone(), null, null),
                Contact.api(null, Contact.freshEmail(), null));
        Tracked tracked = new Tracked(new Desk(node), strangers.size(), Duration.ofSeconds(30));

        strangers.forEach(stranger -> tracked.acknowledged(Visitors.send(node, stranger)));
        assertThat(tracked.answers()).allMatch(Answer::acknowledged);
        assertThat(node.isReady()).isTrue();
        premises.store().starting().ready();

        assertThat(tracked.allSeenAfter(System.nanoTime())).isLessThan(Duration.ofSeconds(5));
        FaultsTests.assertAllThereOnce(tracked.counted(), strangers.size());
    }
}
