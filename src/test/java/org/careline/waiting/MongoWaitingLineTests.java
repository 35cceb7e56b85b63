package org.careline.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.staff.CoordinatorId;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreUnavailable;
import org.careline.store.StoredAsText;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.careline.waiting.RingAttempt.State;
import org.careline.waiting.WaitEnd.How;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoWaitingLineTests {

    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00.123Z");
    private static final PhoneNumber PHONE = new PhoneNumber("+13055550123");
    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");
    private static final LineRules RULES = new LineRules(
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            3);

    private final WireStore server = new WireStore();
    private final StoreContext store = open(server);
    private final WaitingLine line = new MongoWaitingLine(
            store.template(),
            new MongoGuardedStore<>(store.template(), StoredWaiting.CALLS, WaitingCall.class, Clock.systemUTC()));

    @BeforeEach
    void emptyTheStore() {
        store.template().dropCollection(StoredWaiting.CALLS);
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    private static StoreContext open(WireStore server) {
        return StoreContext.with(
                server.uri(),
                StoredWaiting.class,
                new StoredAsText<>(CoordinatorId.class, CoordinatorId::value, CoordinatorId::new));
    }

    private static WaitingId id(int number) {
        return new WaitingId("CA%032x".formatted(number));
    }

    private static Instant at(int seconds) {
        return NINE.plusSeconds(seconds);
    }

    private static WaitingCall waiting(int number, int since) {
        return WaitingCall.joining(
                id(number), new WaitingCaller("+18445550100", PHONE, "en", null, true), at(since), RULES);
    }

    private static WaitingCall talked(int number, int until) {
        return waiting(number, 0)
                .ringIs(BEN, State.RINGING, "CAben" + number, at(1))
                .ringIs(ANA, State.RINGING, "CAana" + number, at(1))
                .acceptedBy(ANA, at(5))
                .orElseThrow()
                .bridgedWith(ANA, at(6))
                .talkOver(at(until));
    }

    private WaitingCall stored(WaitingCall call) {
        assertThat(line.write(call)).isTrue();
        return line.find(call.id()).orElseThrow();
    }

    @Test
    void everythingOfAWaitingIsReadBack() {
        WaitingCall call = talked(1, 60);

        WaitingCall read = stored(call);

        assertThat(read).usingRecursiveComparison().ignoringFields("rev").isEqualTo(call);
        assertThat(read.rev()).isEqualTo(call.rev() + 1);
        assertThat(line.find(id(2))).isEmpty();
    }

    @Test
    void ofTwoWhoChangeTheSameOneIsTooLate() {
        WaitingCall first = stored(waiting(1, 0));

        assertThat(line.write(first.acceptedBy(ANA, at(5)).orElseThrow())).isTrue();

        assertThat(line.write(first.acceptedBy(BEN, at(5)).orElseThrow())).isFalse();
        assertThat(line.find(id(1)).orElseThrow().talking()).containsExactly(ANA);
    }

    @Test
    void whoHasWaitedLongestStandsFirstAndWhatIsOverStandsNowhere() {
        stored(waiting(1, 20));
        stored(waiting(2, 10));
        stored(waiting(3, 0).ended(How.ABANDONED, at(60)));

        assertThat(line.open()).extracting(WaitingCall::id).containsExactly(id(2), id(1));
    }

    @Test
    void theLastWaitOfAPhoneIsFoundIfItIsYoungEnough() {
        stored(waiting(1, 0));
        stored(waiting(2, 40));

        assertThat(line.latestOf(PHONE, at(30)).map(WaitingCall::id)).contains(id(2));
        assertThat(line.latestOf(PHONE, at(41))).isEmpty();
        assertThat(line.latestOf(new PhoneNumber("+13055550124"), at(0))).isEmpty();
    }

    @Test
    void talksAreToldByTheirEndWithTheLegOfWhoeverAccepted() {
        stored(talked(1, 90));
        stored(talked(2, 60));
        stored(talked(3, 30));
        stored(waiting(4, 0));

        assertThat(line.talksSince(at(60)))
                .containsExactly(
                        new Talk(id(2), ANA, Optional.of("CAana2"), at(6), at(60)),
                        new Talk(id(1), ANA, Optional.of("CAana1"), at(6), at(90)));
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        stored(waiting(1, 0).ended(How.ABANDONED, at(60)));
        stored(waiting(2, 0).ended(How.ABANDONED, at(90)));
        stored(waiting(3, 0));

        line.forget(at(61));
        line.forget(at(61));

        assertThat(List.of(id(1), id(2), id(3)).stream()
                        .filter(id -> line.find(id).isPresent()))
                .containsExactly(id(2), id(3));
    }

    @Test
    void aStoreThatIsAwayIsToldSo() {
        WireStore shortLived = new WireStore();
        try (StoreContext lost = open(shortLived)) {
            WaitingLine gone = new MongoWaitingLine(
                    lost.template(),
                    new MongoGuardedStore<>(
                            lost.template(), StoredWaiting.CALLS, WaitingCall.class, Clock.systemUTC()));
            gone.open();
            shortLived.close();

            assertThatThrownBy(gone::open).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> gone.find(id(1))).isInstanceOf(StoreUnavailable.class);
        }
    }
}
