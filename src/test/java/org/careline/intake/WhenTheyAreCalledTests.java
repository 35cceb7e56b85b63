package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.intake.simulation.Bench.P1;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careline.inbox.InquiryDetails;
import org.careline.intake.simulation.Bench;
import org.careline.intake.simulation.Happenings;
import org.careline.lead.Action;
import org.careline.lead.DueItem;
import org.careline.lead.Fact;
import org.careline.lead.Lane;
import org.careline.lead.Lead;
import org.careline.lead.NextAction;
import org.careline.lead.SourceId;
import org.junit.jupiter.api.Test;

/** When the queue has a call due is what the person was told. It is Monday, nine o'clock in New York. */
class WhenTheyAreCalledTests {

    private static final Instant NINE = Happenings.OPENING;

    private final Bench bench = new Bench();

    private Lead asks(InquiryDetails request) {
        SourceId form = bench.form("one", 0, P1, request);
        bench.worker().takeOneBatch();
        return bench.leadOf(form);
    }

    private static InquiryDetails request(String... bestTimes) {
        return new InquiryDetails("consultation", "33101", null, null, null, null, List.of(bestTimes), null);
    }

    @Test
    void atOnceIfTheyNamedNoTime() {
        assertThat(due(asks(request()), Action.CALL)).isEqualTo(NINE.plus(Duration.ofMinutes(5)));
    }

    @Test
    void inTheGoodTimeThatTheyNamed() {
        Lead lead = asks(request("weekday-afternoon", "weekend-morning"));

        assertThat(due(lead, Action.CALL)).isEqualTo(NINE.plus(Duration.ofMinutes(210)));
    }

    @Test
    void aCallBackIsDueWhenItWasPromised() {
        SourceId call = bench.call("one", 0, P1);
        Instant promised = NINE.plus(Duration.ofMinutes(12));
        bench.learns(call, Fact.callBack(0, null, NINE.plusSeconds(60)).promised(promised));
        bench.worker().takeOneBatch();

        assertThat(due(bench.leadOf(call), Action.CALL_BACK)).isEqualTo(promised);
    }

    @Test
    void theLastPromiseCounts() {
        SourceId call = bench.call("one", 0, P1);
        Instant promised = NINE.plus(Duration.ofMinutes(6));
        bench.learns(call, Fact.callBack(1, P1, NINE.plusSeconds(60)).promised(promised));
        bench.learns(call, Fact.callBack(0, null, NINE.plusSeconds(20)).promised(NINE.plus(Duration.ofHours(3))));
        bench.worker().takeOneBatch();

        assertThat(due(bench.leadOf(call), Action.CALL_BACK)).isEqualTo(promised);
    }

    @Test
    void aPromiseOfSoonStandsAmongThePromisedOnesAtOnce() {
        SourceId call = bench.call("one", 0, P1);
        bench.learns(call, Fact.callBack(0, null, NINE).promised(NINE.plus(Duration.ofMinutes(5))));
        bench.learns(call, "completed");
        bench.worker().takeOneBatch();

        NextAction next = bench.leadOf(call).ripened(NINE.plusSeconds(1)).next();

        assertThat(next).isNotNull().satisfies(owed -> {
            assertThat(owed.what()).isEqualTo(Action.CALL_BACK);
            assertThat(owed.lane()).isEqualTo(Lane.PROMISED);
        });
    }

    @Test
    void anOlderPromiseWithoutATimeIsDueAsTheFirstCall() {
        SourceId call = bench.call("one", 0, P1);
        bench.learns(call, Fact.callBack(0, null, NINE));
        bench.worker().takeOneBatch();

        assertThat(due(bench.leadOf(call), Action.CALL_BACK)).isEqualTo(NINE.plus(Duration.ofMinutes(5)));
    }

    private static Instant due(Lead lead, Action what) {
        return lead.due().stream()
                .filter(item -> item.what() == what)
                .map(DueItem::dueAt)
                .findFirst()
                .orElseThrow();
    }
}
