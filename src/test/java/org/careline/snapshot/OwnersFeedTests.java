package org.careline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careline.snapshot.Owned.ANA;
import static org.careline.snapshot.Owned.BEN;
import static org.careline.snapshot.Owned.MAYA;
import static org.careline.snapshot.Owned.NINE;
import static org.careline.snapshot.Owned.by;
import static org.careline.snapshot.Owned.lead;
import static org.careline.snapshot.Owned.phone;

import java.time.Duration;
import java.time.Instant;
import org.careline.lead.WrittenLead;
import org.careline.routing.Caller;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class OwnersFeedTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock();
    private final WrittenLeads store = new WrittenLeads();
    private final OwnersByPhone owners = new OwnersByPhone();
    private final OwnersFeed feed = new OwnersFeed(store, owners, clock);

    @Test
    void theFirstLookReadsEverything() {
        write(2_500, NINE.minus(HOUR), 10);

        feed.catchUp();

        assertThat(owners.size()).isEqualTo(2_500);
        assertThat(owners.seen()).isEqualTo(NINE.minus(HOUR).plusMillis(2_499 * 10));
        assertThat(store.asked).hasSize(3);
    }

    @Test
    void aLaterLookGoesBackByTwoSeconds() {
        store.write(by(ANA, lead("form:a", null, MAYA)), NINE);
        feed.catchUp();

        clock.advance(Duration.ofSeconds(5));
        store.write(by(BEN, lead("form:b", null, phone(2))), NINE.minusSeconds(1));
        feed.catchUp();

        assertThat(owners.find(phone(2))).isEqualTo(new Caller(BEN, null));
        assertThat(store.asked).containsExactly(Instant.EPOCH, NINE.minusSeconds(2));
    }

    @Test
    void onceAMinuteALookFindsWhatANodeWroteWhoseClockIsAMinuteLate() {
        store.write(by(ANA, lead("form:a", null, MAYA)), NINE);
        feed.catchUp();

        clock.advance(Duration.ofSeconds(60));
        store.write(by(ANA, lead("form:c", null, phone(3))), NINE.plusSeconds(60));
        store.write(by(BEN, lead("form:b", null, phone(2))), NINE.minusSeconds(59));
        feed.catchUp();

        assertThat(owners.find(phone(2))).isEqualTo(new Caller(BEN, null));
        assertThat(store.asked).containsExactly(Instant.EPOCH, NINE.minusSeconds(120));
    }

    @Test
    void aNodeWhoseClockIsAheadHidesNothing() {
        store.write(by(ANA, lead("form:a", null, MAYA)), NINE.plus(HOUR));
        feed.catchUp();

        store.write(by(BEN, lead("form:b", null, phone(2))), NINE);
        feed.catchUp();

        assertThat(owners.seen()).isEqualTo(NINE);
        assertThat(owners.find(phone(2))).isEqualTo(new Caller(BEN, null));
    }

    @Test
    void manyWritesOfOneMillisecondAreReadWhole() {
        write(4_321, NINE, 0);

        feed.catchUp();

        assertThat(owners.size()).isEqualTo(4_321);
    }

    @Test
    void whatWasReadBeforeTheStoreWentAwayIsKept() {
        write(2_500, NINE.minus(HOUR), 10);
        store.answersUntilDown = 1;

        assertThatThrownBy(feed::catchUp).isInstanceOf(StoreUnavailable.class);
        assertThat(owners.size()).isEqualTo(1_000);
        store.answersUntilDown = 3;
        feed.catchUp();

        assertThat(owners.size()).isEqualTo(2_500);
    }

    private void write(int leads, Instant first, int millisApart) {
        for (int number = 0; number < leads; number++) {
            Instant at = first.plusMillis((long) number * millisApart);
            store.written.add(WrittenLead.of(by(ANA, lead("form:" + number, null, phone(number))), at));
        }
    }
}
