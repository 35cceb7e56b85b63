package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.intake.simulation.Bench.M1;
import static org.careline.intake.simulation.Bench.P1;
import static org.careline.intake.simulation.Bench.P2;

import org.careline.intake.simulation.Bench;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;

/** Traces 9 and 11 of the protocol's first form, and those in which its last form was broken: all of them about merges. */
@Holds(Promise.P1)
class MergeTracesTests {

    private final Bench bench = new Bench();

    @Test
    void aHalfMergeIsFinishedByWhoeverMeetsIt() {
        SourceId byPhone = bench.form("phone", 0, null, P1, null);
        SourceId byMail = bench.form("mail", 10, null, null, M1);
        bench.worker().takeOneBatch();
        SourceId both = bench.form("both", 20, null, P1, M1);
        Worker killed = bench.worker();
        bench.killedAfterWrites(2, killed.decided());
        assertThat(bench.lead(LeadId.madeBy(byMail)).merged()).isTrue();
        assertThat(bench.lead(LeadId.madeBy(byPhone)).merge().members()).isEmpty();

        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.leadOf(both));
        assertThat(bench.leadOf(both).merge().members()).containsExactly(LeadId.madeBy(byMail));
    }

    @Test
    void aHalfMergeIntoALeadThatWasClosedIsTakenBack() {
        SourceId byPhone = bench.form("phone", 0, null, P1, null);
        SourceId byMail = bench.form("mail", 10, null, null, M1);
        bench.worker().takeOneBatch();
        bench.form("both", 20, null, P1, M1);
        Worker killed = bench.worker();
        bench.killedAfterWrites(2, killed.decided());
        bench.close(LeadId.madeBy(byPhone));

        bench.worker().takeOneBatch();
        assertThat(bench.lead(LeadId.madeBy(byPhone)).merge().apart()).containsExactly(LeadId.madeBy(byMail));
        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.lead(LeadId.madeBy(byMail)));
    }

    @Test
    void aLeadThatIsMergedBetweenTwoReadsIsLeftAlone() {
        SourceId byMail = bench.form("mail", 0, null, null, M1);
        Worker killed = bench.worker();
        bench.killedAfterWrites(1, killed.decided());
        SourceId byPhone = bench.form("phone", 10, null, P1, null);
        Worker slow = bench.worker();
        bench.killedAfterWrites(2, slow.decided());
        Worker torn = bench.workerInterruptedAfter(LeadId.madeBy(byMail), () -> {
            bench.form("both", 20, null, P1, M1);
            bench.worker().takeOneBatch();
            bench.worker().takeOneBatch();
            bench.worker().takeOneBatch();
        });

        torn.takeOneBatch();
        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.leadOf(byPhone));
    }

    @Test
    void aLoserFrozenAfterItsInquiryWasDoneIsSwept() {
        SourceId byPhone = bench.form("phone", 0, null, P1, null);
        SourceId byMail = bench.form("mail", 10, null, null, M1);
        bench.worker().takeOneBatch();
        bench.form("both", 20, null, P1, M1);
        Worker killed = bench.worker();
        bench.killedAfterWrites(1, killed.decided());
        Worker sleeper = bench.worker();
        Runnable stale = sleeper.decided();
        bench.close(LeadId.madeBy(byPhone));
        bench.worker().takeOneBatch();
        stale.run();
        assertThat(bench.clinic.inquiries.anyDue(bench.clinic.clock.instant())).isFalse();
        assertThat(bench.clinic.halfMerged()).containsExactly(LeadId.madeBy(byMail));

        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.lead(LeadId.madeBy(byMail)));
    }

    @Test
    void aReopenedLeadBringsThoseAtItsOtherPoints() {
        SourceId closed = closedLead();
        SourceId open = bench.form("open", 20, null, P1, null);
        bench.worker().takeOneBatch();
        bench.form("joins", 21, null, P1, M1);
        bench.worker().takeOneBatch();
        bench.form("reopens", 30, null, P2, null);

        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.leadOf(closed));
        assertThat(bench.leadOf(open)).isEqualTo(bench.leadOf(closed));
    }

    @Test
    void aLeadReopenedWhileAnotherTakesItsPointIsMergedWithThat() {
        SourceId closed = closedLead();
        SourceId open = bench.form("open", 20, null, P1, null);
        bench.worker().takeOneBatch();
        bench.form("reopens", 30, null, P2, null);
        Worker sleeper = bench.worker();
        Runnable stale = sleeper.decided();
        bench.form("joins", 21, null, P1, M1);
        bench.worker().takeOneBatch();

        stale.run();
        bench.toRest();

        assertThat(bench.open()).containsExactly(bench.leadOf(closed));
        assertThat(bench.leadOf(open)).isEqualTo(bench.leadOf(closed));
    }

    private SourceId closedLead() {
        SourceId closed = bench.form("closed", 0, null, P2, M1);
        bench.worker().takeOneBatch();
        bench.close(LeadId.madeBy(closed));
        return closed;
    }
}
