package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.End;
import org.careline.lead.SafetyHold.Kind;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.junit.jupiter.api.Test;

@Holds(Promise.P5)
class SafetyHoldTests {

    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");
    private static final CoordinatorId ANA = new CoordinatorId("ana");

    @Test
    void whoeverMayBeInDangerComesBeforeEverythingElseAtOnce() {
        Lead lead = Lead.openedBy(contact("form:1", 0, words("form:1", 0)));

        assertThat(lead.work().safetyHold()).isTrue();
        assertThat(lead.next())
                .extracting(NextAction::lane, NextAction::what, NextAction::dueAt)
                .containsExactly(Lane.SAFETY, Action.REVIEW, NINE);
    }

    @Test
    void theOrderInWhichDangersAndTheirEndAreLearntDoesNotMatter() {
        List<Cause> told = List.of(words("form:1", 0), words("form:2", 60), line("call:CA1", 30), line("call:CA1", 20));
        SafetyHold seen = SafetyHold.NONE.and(told.subList(0, 2)).ended(end(90));
        Set<SafetyHold> ends = new HashSet<>();

        for (int round = 0; round < 100; round++) {
            List<List<Cause>> parts = new ArrayList<>(List.of(told, seen.causes(), told.subList(1, 3)));
            Collections.shuffle(parts, new Random(round));
            SafetyHold hold = SafetyHold.NONE;
            for (List<Cause> part : parts) {
                hold = hold.and(part).and(part);
            }
            ends.add(hold);
        }

        assertThat(ends).singleElement().satisfies(hold -> {
            assertThat(hold.pending()).containsExactly(line("call:CA1", 20));
            assertThat(hold.since()).contains(NINE.plusSeconds(20));
            assertThat(hold.lastEnd()).contains(end(90));
        });
    }

    @Test
    void whatAPersonHasEndedIsNotRaisedAgainByTheSameMessage() {
        Contact danger = contact("form:1", 0, words("form:1", 0));
        Lead ended = Lead.openedBy(danger).safe(end(60));

        Lead again = ended.receiving(danger);

        assertThat(again.work().safetyHold()).isFalse();
        assertThat(again).isEqualTo(ended);
        assertThat(again.receiving(contact("form:2", 90, words("form:2", 90)))
                        .work()
                        .safetyHold())
                .isTrue();
    }

    @Test
    void dangerThatNobodyHadSeenOpensALeadThatWasClosedMeanwhile() {
        Lead closed = Lead.openedBy(contact("call:CA1", 0)).closed(CloseReason.NOT_READY, NINE.plusSeconds(120));

        Lead heard = closed.receiving(
                contact("call:CA1", 0, new Cause(Kind.TRANSCRIPT, NINE.plusSeconds(60), "call:CA1", null)));

        assertThat(heard.open()).isTrue();
        assertThat(heard.next())
                .extracting(NextAction::lane, NextAction::what, NextAction::dueAt)
                .containsExactly(Lane.SAFETY, Action.REVIEW, NINE.plusSeconds(60));
    }

    @Test
    void aClosingDoesNotEndIt() {
        Lead held = Lead.openedBy(contact("form:1", 0, words("form:1", 0)));

        assertThatThrownBy(() -> held.closed(CloseReason.SPAM, NINE)).isInstanceOf(IllegalStateException.class);
        assertThat(held.safe(end(10))
                        .closed(CloseReason.SPAM, NINE.plusSeconds(20))
                        .open())
                .isFalse();
    }

    @Test
    void anOutcomeDoesNotEndItAndSettlesWhatWasOwed() {
        Contact danger = contact("form:1", 0, words("form:1", 0));
        DueItem call = DueItem.of(Action.CALL, NINE.plusSeconds(300), Set.of());

        Lead tried = Lead.openedBy(danger).attempted(outcome(60), Stage.ATTEMPTING, null, call, false);

        assertThat(tried.receiving(danger)).isEqualTo(tried);
        assertThat(tried.next())
                .extracting(NextAction::lane, NextAction::what)
                .containsExactly(Lane.SAFETY, Action.CALL);
    }

    @Test
    void whatACoordinatorFearsIsACauseLikeAnyOther() {
        DueItem look = DueItem.of(Action.REVIEW, NINE.plusSeconds(60), Set.of());

        Lead feared =
                Lead.openedBy(contact("form:1", 0)).attempted(outcome(60), Stage.IN_CONVERSATION, null, look, true);

        assertThat(feared.work().safety().pending())
                .containsExactly(new Cause(Kind.COORDINATOR, NINE.plusSeconds(60), "act-60", null));
    }

    @Test
    void aMergeKeepsTheDangersOfBoth() {
        Lead one = Lead.openedBy(contact("form:1", 0, words("form:1", 0))).safe(end(60));
        Lead two = Lead.openedBy(contact("form:2", 30, words("form:2", 30)));

        Lead winner = one.absorbing(two.mergedInto(one.id(), false));

        assertThat(winner.work().safety().pending()).containsExactly(words("form:2", 30));
        assertThat(winner.next()).extracting(NextAction::lane).isEqualTo(Lane.SAFETY);
        assertThat(winner.absorbing(two.mergedInto(one.id(), false))).isEqualTo(winner);
    }

    @Test
    void aLeadThatWasClosedWhileAMergeWasHalfDoneOpensForTheOthersDanger() {
        Lead two = Lead.openedBy(contact("form:2", 30, words("form:2", 30)));
        Lead closed = Lead.openedBy(contact("form:1", 0)).closed(CloseReason.SPAM, NINE.plusSeconds(90));

        Lead winner = closed.absorbing(two.mergedInto(closed.id(), false));

        assertThat(winner.open()).isTrue();
        assertThat(winner.next()).extracting(NextAction::lane).isEqualTo(Lane.SAFETY);
    }

    private static Cause words(String source, long second) {
        return new Cause(Kind.WORDS, NINE.plusSeconds(second), source, null);
    }

    private static Cause line(String source, long second) {
        return new Cause(Kind.CRISIS_LINE, NINE.plusSeconds(second), source, null);
    }

    private static End end(long second) {
        return new End(NINE.plusSeconds(second), ANA, "She is with her sister.");
    }

    private static CoordinatorAct outcome(long second) {
        return new CoordinatorAct(
                new ActId("act-" + second),
                0,
                LeadId.madeBy(new SourceId("form:1")),
                NINE.plusSeconds(second),
                ANA,
                CoordinatorAct.What.OUTCOME,
                "NO_ANSWER",
                null,
                null);
    }

    private static Contact contact(String source, long second, Cause... dangers) {
        Instant at = NINE.plusSeconds(second);
        Person maya =
                new Person(Set.of(new PersonName("Maya")), Set.of(new PhoneNumber("+13055550123")), Set.of(), null);
        return new Contact(
                new SourceId(source),
                at,
                at.plus(Lead.FIRST_RESPONSE),
                maya,
                Map.of(),
                null,
                true,
                null,
                List.of(dangers),
                null);
    }
}
