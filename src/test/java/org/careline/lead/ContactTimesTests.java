package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.BEN;
import static org.careline.lead.SomeLeads.call;
import static org.careline.lead.SomeLeads.minute;

import java.util.Map;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTimesTests {

    private static final ContactTimes WROTE = ContactTimes.of(minute(0), minute(0), Map.of(), null);

    @Test
    void onlyWhatIsLaterThanTheLastOutcomeWaitsForAnAnswer() {
        ContactTimes settled = WROTE.settled(minute(5));

        assertThat(WROTE.unsettled(minute(0))).isTrue();
        assertThat(settled.unsettled(minute(5))).isFalse();
        assertThat(settled.unsettled(minute(5).plusMillis(1))).isTrue();
        assertThat(WROTE.answered()).isFalse();
        assertThat(settled.answered()).isTrue();
        assertThat(settled.and(ContactTimes.of(minute(6), minute(6), Map.of(), null))
                        .answered())
                .isFalse();
    }

    @Test
    void anEarlierOutcomeDoesNotTakeBackALaterOne() {
        assertThat(WROTE.settled(minute(9)).settled(minute(5)).settledAt()).isEqualTo(minute(9));
        assertThat(WROTE.closed(minute(9)).closed(minute(5)).closedAt()).isEqualTo(minute(9));
    }

    @Test
    void aClosingSettlesWhatWasOwed() {
        ContactTimes closed = WROTE.closed(minute(7));

        assertThat(closed.settledAt()).isEqualTo(minute(7));
        assertThat(closed.closedAt()).isEqualTo(minute(7));
        assertThat(WROTE.closedAt()).isNull();
    }

    @Test
    void whatCameOfATalkIsToBeNotedUntilSomebodyDoesOrTheyComeAgain() {
        ContactTimes talked = talked(1, 5, ANA);

        assertThat(talked.untold()).isPresent();
        assertThat(talked.settled(minute(6)).untold()).isEmpty();
        assertThat(talked.and(ContactTimes.of(minute(6), minute(6), Map.of(), null))
                        .untold())
                .isEmpty();
        assertThat(WROTE.untold()).isEmpty();
    }

    /** They noted the last call, and were called again meanwhile. */
    @Test
    void whatWasNotedBeforeATalkSaysNothingOfIt() {
        assertThat(talked(1, 5, ANA).settled(minute(1)).untold()).isEmpty();
        assertThat(talked(1, 5, ANA).settled(minute(1).minusMillis(1)).untold()).isPresent();
    }

    @Test
    void itIsNoticedAfterAnHourThatNobodyNotedAnything() {
        ContactTimes talked = talked(1, 5, ANA);

        assertThat(talked.noticesAt()).contains(minute(65));
        assertThat(talked.noticing(minute(65).minusMillis(1))).isSameAs(talked);
        assertThat(talked.noticing(minute(65)).unnoted()).isTrue();
        assertThat(talked.noticing(minute(65)).noticesAt()).isEmpty();
        assertThat(talked.noticing(minute(65)).noticing(minute(90))).isEqualTo(talked.noticing(minute(65)));
        assertThat(talked.settled(minute(6)).noticesAt()).isEmpty();
    }

    @Test
    void whatWasNoticedOfATalkSaysNothingOfALaterOne() {
        ContactTimes noticed = talked(1, 5, ANA).noticing(minute(70));

        assertThat(noticed.and(talked(80, 85, BEN)).unnoted()).isFalse();
        assertThat(noticed.and(talked(80, 85, BEN)).noticesAt()).contains(minute(145));
        assertThat(noticed.and(talked(1, 5, ANA)).unnoted()).isTrue();
    }

    @Test
    void ofTwoTalksTheLaterOneCounts() {
        assertThat(talked(1, 5, ANA).and(talked(3, 4, BEN)).talk())
                .extracting(ContactTimesTests::by)
                .isEqualTo(BEN);
        assertThat(talked(3, 4, BEN).and(talked(1, 5, ANA)).talk())
                .extracting(ContactTimesTests::by)
                .isEqualTo(BEN);
        assertThat(WROTE.and(talked(1, 5, ANA)).talk()).isNotNull();
    }

    private static @Nullable CoordinatorId by(@Nullable Conversation talk) {
        return talk == null ? null : talk.by();
    }

    private static ContactTimes talked(long from, long until, CoordinatorId by) {
        return ContactTimes.of(
                minute(from),
                minute(from),
                Map.of(),
                new Conversation(call(from), by, minute(from), minute(until), false));
    }
}
