package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.End;
import org.careline.lead.SafetyHold.Kind;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.junit.jupiter.api.Test;

/** After a person found that nobody is in danger, a lead is where it would be without the danger. */
@Holds({Promise.P5, Promise.P7})
class EndOfHoldTests {

    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");
    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final FollowUp TRIED = new FollowUp("new-enquiry", NINE, 1);

    @Test
    void whoeverWasNeverSpokenToIsOwedTheOrdinaryFirstCall() {
        Lead over = Lead.openedBy(danger(0)).safe(end(2));

        assertThat(over.due()).containsExactly(call(NINE.plus(Lead.FIRST_RESPONSE)));
        assertThat(over.next()).extracting(NextAction::lane).isEqualTo(Lane.FIRST_RESPONSE);
    }

    @Test
    void whatAnOutcomeWouldHaveMadeOwedIsOwedThen() {
        DueItem promised = DueItem.of(Action.CALL_BACK, NINE.plus(Duration.ofDays(3)), Set.of());

        Lead held = Lead.openedBy(danger(0))
                .attempted(act(5), Stage.CALLBACK_SCHEDULED, TRIED, review(15), false)
                .postponing(Optional.of(promised));
        Lead over = held.safe(end(6));

        assertThat(held.next()).extracting(NextAction::lane).isEqualTo(Lane.SAFETY);
        assertThat(over.due()).containsExactly(promised);
        assertThat(over.work().afterwards()).isEmpty();
        assertThat(over.next()).extracting(NextAction::lane).isEqualTo(Lane.FOLLOW_UP);
    }

    @Test
    void aCallOfTheHoldGoesWithItButOneThatAContactAsksForStays() {
        Lead held = Lead.openedBy(danger(0))
                .attempted(act(5), Stage.ATTEMPTING, TRIED, DueItem.of(Action.CALL, minute(10), Set.of()), false)
                .postponing(Optional.of(DueItem.of(Action.CALL, minute(240), Set.of())));

        Lead over = held.safe(end(6));
        Lead calledAgain = held.receiving(contact("call:CA2", 7, List.of())).safe(end(8));

        assertThat(over.due()).extracting(DueItem::dueAt).containsExactly(minute(240));
        assertThat(calledAgain.due()).extracting(DueItem::dueAt).containsExactly(minute(10));
        assertThat(calledAgain.due()).extracting(DueItem::what).containsExactly(Action.CALL);
    }

    @Test
    void whoeverHasBookedIsLookedAtAfterTheConsultation() {
        DueItem afterConsultation = review(60 * 26);
        Lead booked = Lead.openedBy(contact("call:CA1", 0, List.of()))
                .attempted(act(1), Stage.BOOKED, TRIED, afterConsultation, false)
                .receiving(danger(30));

        assertThat(booked.next()).extracting(NextAction::dueAt).isEqualTo(minute(30));
        assertThat(booked.safe(end(31)).due())
                .contains(afterConsultation)
                .extracting(DueItem::what)
                .containsExactlyInAnyOrder(Action.CALL, Action.REVIEW);
    }

    @Test
    void somebodyAlwaysOwesSomething() {
        Lead onlyTheLook = Lead.openedBy(contact("call:CA1", 0, List.of()))
                .attempted(act(5), Stage.IN_CONVERSATION, TRIED, review(5), true);

        assertThat(onlyTheLook.safe(end(9)).due()).containsExactly(review(9));
    }

    @Test
    void whoeverDoesAnythingAfterTheDangerIsKnownHasTakenThem() {
        Lead held = Lead.openedBy(danger(0));
        Lead taken = held.after(act(1));

        assertThat(held.waitsInDanger()).isTrue();
        assertThat(taken.takenBy()).contains(ANA);
        assertThat(taken.receiving(contact("call:CA2", 2, List.of())).waitsInDanger())
                .isFalse();
        assertThat(taken.receiving(danger(3)).waitsInDanger()).isTrue();
        assertThat(taken.safe(end(4)).waitsInDanger()).isFalse();
    }

    /** A form that came at nine and was learnt of at ten, for the store was away: nobody who acted meanwhile knew. */
    @Test
    void whoeverActedBeforeTheDangerWasLearntHasNotTakenThem() {
        Lead noted = Lead.openedBy(contact("form:1", 0, List.of())).after(act(30));

        Lead learnt = noted.receiving(danger(10));

        assertThat(learnt.waitsInDanger()).isTrue();
        assertThat(learnt.receiving(danger(10))
                        .after(act(61))
                        .receiving(danger(10))
                        .waitsInDanger())
                .isFalse();
    }

    @Test
    void whoeverTalkedWithThemAfterTheDangerHasTakenThem() {
        Lead held = Lead.openedBy(danger(10));

        assertThat(held.receiving(talk(5)).waitsInDanger()).isTrue();
        assertThat(held.receiving(talk(11)).takenBy()).contains(ANA);
        assertThat(held.receiving(talk(11)).receiving(danger(12)).waitsInDanger())
                .isTrue();
    }

    @Test
    void ofTwoWhoAreOneBothMustHaveBeenTaken() {
        Lead taken = Lead.openedBy(danger(0)).after(act(1));
        Lead waiting = Lead.openedBy(danger(5));
        Lead calm = Lead.openedBy(contact("form:1", 7, List.of()));

        assertThat(taken.absorbing(waiting.mergedInto(taken.id(), false)).waitsInDanger())
                .isTrue();
        assertThat(calm.absorbing(taken.mergedInto(calm.id(), false)).takenBy()).contains(ANA);
        assertThat(calm.absorbing(waiting.mergedInto(calm.id(), false)).waitsInDanger())
                .isTrue();
    }

    private static Contact talk(int minute) {
        SourceId call = new SourceId("call:CA8" + minute);
        Conversation talk = new Conversation(call, ANA, minute(minute), minute(minute + 1), false);
        return new Contact(
                call,
                minute(minute),
                minute(minute),
                new Person(Set.of(), Set.of(), Set.of(), null),
                Map.of(),
                null,
                true,
                null,
                List.of(),
                talk);
    }

    private static Contact danger(int minute) {
        String source = "call:CA9" + minute;
        return contact(source, minute, List.of(Cause.of(Kind.CRISIS_LINE, minute(minute), new SourceId(source))));
    }

    private static Contact contact(String source, int minute, List<Cause> dangers) {
        Person nobodyKnown = new Person(Set.of(), Set.of(), Set.of(), null);
        return Contacts.of(
                new SourceId(source),
                minute(minute),
                minute(minute).plus(Lead.FIRST_RESPONSE),
                nobodyKnown,
                Map.of(),
                null,
                true,
                null,
                dangers);
    }

    private static DueItem call(Instant at) {
        return DueItem.of(Action.CALL, at, Set.of(new SourceId("call:CA90")));
    }

    private static DueItem review(int minute) {
        return DueItem.of(Action.REVIEW, minute(minute), Set.of());
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }

    private static End end(int minute) {
        return new End(minute(minute), ANA, "A false alarm.");
    }

    private static CoordinatorAct act(int minute) {
        LeadId lead = new LeadId("0123456789abcdef01234567");
        return new CoordinatorAct(
                new ActId("act-" + minute),
                0,
                lead,
                minute(minute),
                ANA,
                CoordinatorAct.What.OUTCOME,
                "NO_ANSWER",
                null,
                null);
    }
}
