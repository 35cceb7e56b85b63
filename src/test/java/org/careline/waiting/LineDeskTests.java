package org.careline.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.careline.waiting.LegDesk.Taken;
import org.careline.waiting.LineDesk.Here;
import org.careline.waiting.RingAttempt.State;
import org.careline.waiting.WaitEnd.How;
import org.junit.jupiter.api.Test;

class LineDeskTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");
    private final MovableClock clock = new MovableClock();
    private final MemoryLine line = new MemoryLine();
    private final LineDesk desk = line.callers(clock);
    private final LegDesk legs = line.coordinators(clock);

    private static WaitingId id(int number) {
        return new WaitingId("CA%032x".formatted(number));
    }

    private static WaitingCaller party(int phone) {
        return new WaitingCaller("+18445550100", new PhoneNumber("+1305555%04d".formatted(phone)), "en", null, false);
    }

    private Here waits(int number, int phone) {
        Here here = desk.here(id(number), party(phone)).orElseThrow();
        clock.advance(Duration.ofSeconds(5));
        return here;
    }

    private WaitingCall stored(WaitingId id) {
        return line.find(id).orElseThrow();
    }

    @Test
    void twoWhoPressOneAtOnceGetOneCallerBetweenThem() throws Exception {
        ExecutorService phones = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 200; round++) {
            MemoryLine fresh = new MemoryLine();
            fresh.callers(clock).here(id(1), party(101));
            LegDesk presses = fresh.coordinators(clock);
            CountDownLatch ready = new CountDownLatch(1);
            List<Callable<Taken>> all = IntStream.range(0, 8)
                    .<Callable<Taken>>mapToObj(phone -> () -> {
                        ready.await();
                        return presses.accept(id(1), new CoordinatorId("c" + phone), "CA%032x".formatted(900 + phone));
                    })
                    .toList();
            List<Future<Taken>> answers = new ArrayList<>();
            all.forEach(press -> answers.add(phones.submit(press)));
            ready.countDown();

            int callers = 0;
            for (Future<Taken> answer : answers) {
                callers += answer.get() instanceof Taken.Caller ? 1 : 0;
            }
            assertThat(callers).isEqualTo(1);
        }
        phones.shutdownNow();
    }

    @Test
    void whoeverPressesOneGetsTheCallerWhoHasWaitedLongest() {
        waits(1, 101);
        waits(2, 102);
        legs.asks(id(2), BEN);

        Taken taken = legs.accept(id(2), BEN, "CA%032x".formatted(9));

        assertThat(taken)
                .isInstanceOfSatisfying(
                        Taken.Caller.class,
                        caller -> assertThat(caller.call().id()).isEqualTo(id(1)));
        assertThat(stored(id(2)).waits()).isTrue();
        assertThat(stored(id(2)).ring(BEN))
                .hasValueSatisfying(ring -> assertThat(ring.state()).isEqualTo(State.WENT_TO_ANOTHER));
    }

    @Test
    void nobodyGetsACallerWhomTheyDeclinedByAnotherLeg() {
        waits(1, 101);
        waits(2, 102);
        legs.asks(id(1), BEN);
        legs.ringIs(id(1), BEN, State.NOT_ACCEPTED, null);
        legs.asks(id(2), BEN);

        Taken taken = legs.accept(id(2), BEN, "CA%032x".formatted(9));

        assertThat(taken)
                .isInstanceOfSatisfying(
                        Taken.Caller.class,
                        caller -> assertThat(caller.call().id()).isEqualTo(id(2)));
    }

    @Test
    void aLegThatIsBeingEndedTakesNobody() {
        waits(1, 101);
        waits(2, 102);
        legs.asks(id(2), BEN);
        legs.ringIs(id(2), BEN, State.PLACED, "CA%032x".formatted(9));
        desk.leaves(id(2), How.ABANDONED);

        boolean ends = legs.ends(id(2), BEN, "CA%032x".formatted(9));
        Taken taken = legs.accept(id(2), BEN, "CA%032x".formatted(9));

        assertThat(ends).isTrue();
        assertThat(taken).isInstanceOf(Taken.Nobody.class);
        assertThat(stored(id(1)).waits()).isTrue();
    }

    @Test
    void aCallerWhoHangsUpAndCallsAgainHasTheirPlaceBack() {
        waits(1, 101);
        waits(2, 102);
        desk.callIsOver(id(1));
        clock.advance(Duration.ofMinutes(5));
        desk.here(id(2), party(102));

        Here again = waits(3, 101);

        assertThat(again.number()).isEqualTo(1);
        assertThat(again.call().waiting().since())
                .isEqualTo(stored(id(1)).waiting().since());
    }

    @Test
    void aPlaceIsNotKeptForEver() {
        waits(1, 101);
        waits(2, 102);
        desk.callIsOver(id(1));
        clock.advance(MemoryLine.RULES.resume());

        assertThat(waits(3, 101).number()).isEqualTo(2);
    }

    @Test
    void whoeverAsksToBeCalledBackKeepsTheirPlaceAndIsCalledWhenTheyHungUp() {
        waits(1, 101);
        waits(2, 102);
        desk.leaves(id(1), How.FOR_A_CALL_BACK);
        desk.promise(id(1), party(101), new PhoneNumber("+13055550177"));
        boolean before = stored(id(1).back()).ringable(clock.instant());

        desk.callIsOver(id(1));

        WaitingCall back = stored(id(1).back());
        assertThat(before).isFalse();
        assertThat(back.ringable(clock.instant())).isTrue();
        assertThat(back.party().phone()).isEqualTo(new PhoneNumber("+13055550177"));
        assertThat(line.open()).extracting(WaitingCall::id).containsExactly(id(1).back(), id(2));
    }

    @Test
    void whoeverWaitsForACallBackAndCallsAgainTakesThatPlace() {
        waits(1, 101);
        waits(2, 102);
        desk.leaves(id(1), How.FOR_A_CALL_BACK);
        desk.promise(id(1), party(101), null);

        Here again = waits(3, 101);

        assertThat(again.number()).isEqualTo(1);
        assertThat(stored(id(1).back()).ended())
                .isNotNull()
                .extracting(WaitEnd::how)
                .isEqualTo(How.CALLED_AGAIN);
    }

    @Test
    void anAcceptThatConnectsNobodyIsTakenBack() {
        waits(1, 101);
        legs.asks(id(1), ANA);
        legs.accept(id(1), ANA, "CA%032x".formatted(9));

        legs.legIsOver(id(1), ANA);

        assertThat(stored(id(1)).waits()).isTrue();
        assertThat(stored(id(1)).ring(ANA)).map(RingAttempt::state).hasValue(State.NOT_ACCEPTED);
    }

    @Test
    void whatIsToldTwiceLateOrOutOfOrderChangesNothing() {
        waits(1, 101);
        legs.asks(id(1), ANA);
        legs.ringIs(id(1), ANA, State.NO_ANSWER, "CA%032x".formatted(9));

        Optional<WaitingCall> late = legs.ringIs(id(1), ANA, State.RINGING, "CA%032x".formatted(9));

        assertThat(late.flatMap(call -> call.ring(ANA))).map(RingAttempt::state).hasValue(State.NO_ANSWER);
    }

    @Test
    void aLanguageThatWasChosenAndARefusalToBeRecordedStay() {
        WaitingCaller first = new WaitingCaller("+18445550100", new PhoneNumber("+13055550101"), "en", null, true);
        desk.here(id(1), first);
        desk.here(
                id(1),
                new WaitingCaller(
                        "+18445550100", new PhoneNumber("+13055550101"), "es-chosen", new Language("es"), false));
        clock.advance(Duration.ofSeconds(10));

        WaitingCaller later = desk.here(id(1), first).orElseThrow().call().party();

        assertThat(later.spoken()).isEqualTo("es-chosen");
        assertThat(later.language()).isEqualTo(new Language("es"));
        assertThat(later.recorded()).isFalse();
    }

    @Test
    void theNumberInTheLineNeverGrows() {
        waits(1, 101);
        waits(2, 102);
        desk.callIsOver(id(1));
        int told = desk.here(id(2), party(102)).orElseThrow().number();
        clock.advance(Duration.ofSeconds(20));
        waits(3, 101);

        assertThat(told).isEqualTo(1);
        assertThat(desk.here(id(2), party(102)).orElseThrow().number()).isEqualTo(1);
    }
}
