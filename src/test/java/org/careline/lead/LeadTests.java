package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadTests {

    private static final Instant OPENING = Instant.parse("2026-11-23T14:00:00Z");

    @Test
    void aNewLeadIsToBeCalledWithinFiveMinutes() {
        Lead lead = Lead.openedBy(contact(0, null, null));

        assertThat(lead.next())
                .extracting(NextAction::what, NextAction::dueAt)
                .containsExactly(Action.CALL, OPENING.plus(Duration.ofMinutes(5)));
    }

    @Test
    void whoIsOnTheLineIsNotDialled() {
        Lead lead = Lead.openedBy(contact(0, null, OPENING.plusSeconds(900)));

        assertThat(lead.next()).extracting(NextAction::what).isEqualTo(Action.ON_CALL);
        assertThat(lead.offTheLine(source(0)).next())
                .extracting(NextAction::what)
                .isEqualTo(Action.CALL);
    }

    @Test
    void theOrderOfContactsDoesNotMatter() {
        List<Contact> contacts = List.of(
                contact(0, "Maya Ortiz", null),
                contact(60, null, OPENING.plusSeconds(960)),
                contact(60, "Maya", null),
                contact(30, "M. Ortiz", OPENING.plusSeconds(930)),
                contact(90, null, null));
        Set<Object> ends = new HashSet<>();

        for (int round = 0; round < 200; round++) {
            List<Contact> order = new ArrayList<>(contacts);
            Collections.shuffle(order, new Random(round));
            Lead lead = Lead.openedBy(contact(45, null, null));
            for (Contact contact : order) {
                lead = lead.receiving(contact).receiving(contact);
            }
            ends.add(lead);
        }

        assertThat(ends).hasSize(1);
    }

    @Test
    void theOrderOfMergesDoesNotMatter() {
        Lead one = Lead.openedBy(contact(0, "Maya", null));
        Lead two = Lead.openedBy(contact(10, null, OPENING.plusSeconds(910)));
        Lead three = Lead.openedBy(contact(20, "Maya Ortiz", null));
        Lead frozenTwo = two.mergedInto(one.id(), false);
        Lead frozenThree = three.mergedInto(one.id(), false);

        assertThat(one.absorbing(frozenTwo).absorbing(frozenThree))
                .isEqualTo(one.absorbing(frozenThree).absorbing(frozenTwo));
        assertThat(one.absorbing(frozenTwo).absorbing(frozenTwo)).isEqualTo(one.absorbing(frozenTwo));
    }

    @Test
    void aClosedOrMergedLeadOwesNothing() {
        Lead lead = Lead.openedBy(contact(0, null, null));

        assertThat(lead.closed(CloseReason.NOT_READY, OPENING).due()).isEmpty();
        assertThat(lead.mergedInto(LeadId.madeBy(source(9)), false).due()).isEmpty();
        assertThat(lead.mergedInto(LeadId.madeBy(source(9)), false).merge().kept())
                .isEqualTo(lead.due());
    }

    @Test
    void aClosingIsNeverEarlierThanTheLastContact() {
        Lead lead = Lead.openedBy(contact(60, null, null)).closed(CloseReason.NOT_READY, OPENING);

        assertThat(lead.closing()).isEqualTo(new Closing(CloseReason.NOT_READY, OPENING.plusSeconds(60)));
    }

    @Test
    void onlyALaterContactOpensAgain() {
        Lead closed = Lead.openedBy(contact(0, null, null)).closed(CloseReason.NOT_READY, OPENING.plusSeconds(60));

        assertThat(closed.receiving(contact(60, null, null)).open()).isFalse();
        assertThat(closed.receiving(contact(61, null, null)).open()).isTrue();
        assertThat(closed.receiving(contact(61, null, null)).next()).isNotNull();
    }

    @Test
    void aLeadThatAbsorbedALaterClosingStillHasANextActionWhenItOpensAgain() {
        Lead late = Lead.openedBy(contact(0, null, null))
                .closed(CloseReason.NOT_READY, OPENING.plusSeconds(600))
                .receiving(contact(601, null, null));
        Lead winner = Lead.openedBy(contact(0, null, null)).absorbing(late.mergedInto(LeadId.madeBy(source(9)), false));

        Lead again = winner.closed(CloseReason.NOT_READY, OPENING).receiving(contact(602, null, null));

        assertThat(again.open()).isTrue();
        assertThat(again.next()).isNotNull();
    }

    @Test
    void anUnconfirmedContactTeachesNothingOfThePerson() {
        Contact known = contact(0, null, null);
        Contact unsure = Contacts.of(
                source(5),
                OPENING.plusSeconds(5),
                OPENING.plusSeconds(305),
                new Person(Set.of(), Set.of(new PhoneNumber("+13055550124")), Set.of(), null),
                Map.of(),
                null,
                false);

        Lead lead = Lead.openedBy(known).receiving(unsure);

        assertThat(lead.person()).isEqualTo(known.person());
        assertThat(lead.times().lastInboundAt()).isEqualTo(OPENING.plusSeconds(5));
    }

    private static SourceId source(int second) {
        return new SourceId("form:" + second);
    }

    @Test
    void whoeverAskedToBeCalledBackIsCalledWhenThatWasPromisedInAnyOrder() {
        Instant promised = OPENING.plusSeconds(900);
        Contact before = contact(0, null, null);
        Contact asked = new Contact(
                before.source(),
                before.at(),
                before.callDueAt(),
                before.person(),
                before.attribution(),
                null,
                true,
                promised,
                List.of(),
                null);

        Lead told = Lead.openedBy(before).receiving(asked);

        assertThat(told.next()).isEqualTo(Lead.openedBy(asked).next());
        assertThat(told.next())
                .extracting(NextAction::what, NextAction::dueAt)
                .containsExactly(Action.CALL_BACK, promised);
        // Somebody who wrote as well is owed a first call all the same.
        assertThat(told.receiving(contact(10, null, null)).next())
                .extracting(NextAction::what)
                .isEqualTo(Action.CALL);
    }

    private static Contact contact(int second, @Nullable String name, @Nullable Instant onTheLineUntil) {
        Set<PersonName> names = name == null ? Set.of() : Set.of(new PersonName(name));
        return Contacts.of(
                source(second),
                OPENING.plusSeconds(second),
                OPENING.plusSeconds(second).plus(Lead.FIRST_RESPONSE),
                new Person(names, Set.of(new PhoneNumber("+13055550123")), Set.of(), null),
                Map.of("second", String.valueOf(second)),
                onTheLineUntil,
                true);
    }
}
