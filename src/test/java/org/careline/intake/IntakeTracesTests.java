package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.intake.simulation.Bench.M1;
import static org.careline.intake.simulation.Bench.P1;

import java.time.Duration;
import java.util.List;
import org.careline.inbox.Inquiry;
import org.careline.inbox.Progress;
import org.careline.inbox.Sender;
import org.careline.inbox.StoredInquiry;
import org.careline.intake.simulation.Bench;
import org.careline.intake.simulation.Desk;
import org.careline.intake.simulation.Happenings;
import org.careline.intake.simulation.SimulatedNode;
import org.careline.lead.CloseReason;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.junit.jupiter.api.Test;

/** The shortest ways in which the first form of the protocol was broken, each led step by step over the real code. */
@Holds(Promise.P1)
class IntakeTracesTests {

    private final Bench bench = new Bench();

    @Test
    void theRedoFollowsTheTouchOfTheKilledWorker() {
        SourceId later = bench.form("later", 10, null, P1, null);
        Worker killed = bench.worker();
        bench.killedAfterWrites(1, killed.decided());
        SourceId earlier = bench.form("earlier", 5, null, P1, null);

        bench.toRest();

        assertThat(bench.open()).hasSize(1);
        assertThat(bench.leadOf(later)).isEqualTo(bench.leadOf(earlier));
    }

    @Test
    void aSleeperWhoseTouchIsTakenMakesNoGhostLead() {
        SourceId first = bench.form("first", 10, null, P1, null);
        Worker sleeper = bench.worker();
        Runnable stale = sleeper.decided();
        bench.form("second", 5, null, P1, null);
        bench.worker().takeOneBatch();
        bench.worker().takeOneBatch();
        assertThat(bench.leadOf(first).id()).isNotEqualTo(LeadId.madeBy(first));

        stale.run();

        assertThat(bench.clinic.leads.all()).hasSize(1);
        bench.toRest();
    }

    @Test
    void aLeadThatDangerOpensAgainMeetsTheOneThatWasOpenedMeanwhile() {
        SourceId first = bench.form("first", 0, null, P1, null);
        bench.worker().takeOneBatch();
        SourceId danger = bench.form("danger", 60, P1, Happenings.message("I want to die"));
        Worker killed = bench.worker();
        bench.killedAfterWrites(1, killed.decided());
        bench.clinic.clock.advance(Duration.ofMinutes(10));
        bench.close(LeadId.madeBy(first), CloseReason.EXISTING_PATIENT);
        Worker torn = bench.workerInterruptedAfter(LeadId.madeBy(first), () -> {
            bench.form("later", 900, null, P1, null);
            bench.workerFromTheLast().takeOneBatch();
        });

        torn.takeOneBatch();
        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.leadOf(danger));
    }

    @Test
    void twoWorkersWithTheSamePhoneMakeOneOpenLead() {
        bench.form("one", 10, null, P1, null);
        Worker first = bench.worker();
        Runnable one = first.decided();
        SourceId other = bench.form("other", 5, null, P1, null);
        Worker second = bench.worker();
        Runnable both = second.decided();

        bench.killedAfterWrites(2, one);
        both.run();
        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.leadOf(other));
    }

    @Test
    void aTouchWhoseLeadGotAnotherNameMovesToItsOwnLead() {
        SourceId nameless = bench.form("nameless", 0, null, P1, null);
        bench.worker().takeOneBatch();
        SourceId ann = bench.form("ann", 10, "Ann Lee", P1, null);
        Worker killed = bench.worker();
        bench.killedAfterWrites(1, killed.decided());
        SourceId bob = bench.form("bob", 5, "Bob Stone", P1, null);
        bench.worker().takeOneBatch();
        assertThat(bench.leadOf(bob)).isEqualTo(bench.leadOf(nameless));

        bench.toRest();

        assertThat(bench.leadOf(ann).id()).isEqualTo(LeadId.madeBy(ann));
        assertThat(bench.open()).hasSize(2);
    }

    @Test
    void aCallThatEndedIsNotPutBackOnTheLine() {
        SourceId call = bench.call("one", 0, P1);
        Worker killed = bench.worker();
        bench.killedAfterWrites(2, killed.decided());
        bench.learns(call, "completed");

        bench.toRest();

        assertThat(bench.open()).hasSize(1);
    }

    @Test
    void aSleeperWhoBelievesInTheCallLosesItsGuard() {
        SourceId call = bench.call("one", 0, P1);
        bench.worker().takeOneBatch();
        bench.learns(call, "ringing");
        Worker sleeper = bench.worker();
        Runnable stale = sleeper.decided();
        bench.learns(call, "completed");
        bench.worker().takeOneBatch();

        stale.run();

        bench.toRest();
    }

    @Test
    void theEndOfACallBetweenTwoReadsIsSeen() {
        SourceId call = bench.call("one", 0, P1);
        bench.worker().takeOneBatch();
        bench.learns(call, "ringing");
        Worker torn = bench.workerInterruptedAfter(LeadId.madeBy(new SourceId("form:other")), () -> {
            bench.learns(call, "completed");
            bench.worker().takeOneBatch();
        });

        torn.takeOneBatch();

        bench.toRest();
    }

    @Test
    void aRedoAfterTheLeadWriteChangesNothingOfTheLead() {
        SourceId form = bench.form("one", 0, "Ann Lee", P1, M1);
        Worker killed = bench.worker();
        bench.killedAfterWrites(2, killed.decided());
        Lead before = bench.leadOf(form);

        bench.toRest();

        assertThat(bench.leadOf(form)).isEqualTo(before);
    }

    @Test
    void replayingAFinishedInquiryChangesNothing() {
        SourceId form = bench.form("one", 0, "Ann Lee", P1, M1);
        SourceId call = bench.call("two", 10, P1);
        bench.toRest();
        Lead before = bench.leadOf(form);

        for (SourceId id : List.of(form, call, form)) {
            new Desk(bench.clinic).replay(id);
            bench.toRest();
        }

        assertThat(bench.clinic.leads.all()).containsExactly(before);
    }

    @Test
    void twoBodiesUnderOneKeyAreBothFound() {
        bench.clinic.weather.goDown();
        accepts(0, "hello");
        accepts(1, "good morning");
        bench.clinic.weather.comeUp();

        bench.clinic.nodes.forEach(SimulatedNode::drain);
        bench.toRest();

        assertThat(bench.clinic.inquiries.all())
                .extracting(StoredInquiry::progress)
                .containsExactlyInAnyOrder(Progress.DONE, Progress.PARKED);
    }

    /** As a door with the store out of reach does it. */
    private void accepts(int node, String text) {
        Inquiry inquiry = new Inquiry(
                new SourceId("api:key"),
                Happenings.OPENING,
                new Sender(null, P1, null),
                Happenings.message(text),
                java.util.Map.of(),
                null);
        bench.clinic.nodes.get(node).accept(inquiry);
    }

    /** The seventh trace: one worker plans Ana, another has written the lead for Ben before. */
    @Test
    void whoWasOnlyPlannedForALeadIsNotChargedWithIt() {
        SourceId form = bench.form("one", 0, null, P1, null);
        Worker first = bench.worker();
        Runnable forAna = first.decided();
        bench.clinic.assignment.people.goesHome("ana");
        Worker second = bench.worker();
        Runnable forBen = second.decided();
        bench.clinic.assignment.people.comes("ana");

        forBen.run();
        forAna.run();

        assertThat(bench.leadOf(form).owner()).isEqualTo(new CoordinatorId("ben"));
        bench.toRest();
        assertThat(bench.clinic.assignment.given("ana")).isZero();
        assertThat(bench.clinic.assignment.given("ben")).isEqualTo(1);
    }

    @Test
    void aWorkerKilledBetweenChargeAndLeadLeavesNobodyCharged() {
        SourceId form = bench.form("one", 0, null, P1, null);
        Worker killed = bench.worker();
        bench.killedBeforeLead(killed.decided());
        assertThat(bench.clinic.assignment.given("ana")).isEqualTo(1);
        bench.clinic.assignment.people.goesHome("ana");

        bench.toRest();

        assertThat(bench.leadOf(form).owner()).isEqualTo(new CoordinatorId("ben"));
        assertThat(bench.clinic.assignment.given("ana")).isZero();
    }
}
