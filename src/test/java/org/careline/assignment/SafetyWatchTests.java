package org.careline.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.ActId;
import org.careline.lead.Assignment;
import org.careline.lead.Contact;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Person;
import org.careline.lead.SafetyHold;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.Alarms.Kind;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Waker;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

/** People are alarmed of somebody in danger until one of them takes them. */
@Holds(Promise.P5)
class SafetyWatchTests {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock();
    private final People people = new People(
            People.burst(2),
            List.of(People.one("ana", 1, 0, "en"), People.one("ben", 1, 0, "en"), People.one("cleo", 1, 0, "en")));
    private final AtomicReference<Lead> lead = new AtomicReference<>(inDanger());
    private final SimulatedStore<LeadId, SafetyAlarm> raised =
            new SimulatedStore<>("alarms", new Stage(0, false), new Weather(), (before, after, how) -> {});
    private final List<String> alarms = new ArrayList<>();
    private final Phones phones = new Phones();
    private final SafetyWatch watch = watch();

    /** Phones that ring, or do not. */
    private static final class Phones implements Waker {

        private final List<String> rung = new ArrayList<>();
        private boolean dead;

        @Override
        public void wake(Coordinator whom, String about, Runnable begun) {
            rung.add(whom.id());
            if (!dead) {
                begun.run();
            }
        }
    }

    private SafetyWatch watch() {
        return new SafetyWatch(
                new SimulatedRounds(() -> List.of(lead())),
                raised,
                people,
                (kind, about) -> alarms.add(kind + " " + about),
                List.of(phones),
                clock);
    }

    @Test
    void somebodyIsWokenAtOnceAndTheNextOneEveryFiveMinutes() {
        watch.round();
        assertThat(phones.rung).containsExactly("ana");

        clock.advance(FIVE_MINUTES.minusSeconds(1));
        watch.round();
        assertThat(phones.rung).containsExactly("ana");

        for (int repetition = 0; repetition < 3; repetition++) {
            clock.advance(FIVE_MINUTES);
            watch.round();
            watch.round();
        }
        assertThat(phones.rung).containsExactly("ana", "ben", "cleo", "ana");
        assertThat(alarms).hasSize(4).containsOnly(Kind.DANGER_UNTAKEN + " " + lead().id());
    }

    @Test
    void whoeverOwnsTheLeadIsWokenFirst() {
        lead.set(owned("cleo"));

        watch.round();
        clock.advance(FIVE_MINUTES);
        watch.round();

        assertThat(phones.rung).containsExactly("cleo", "ana");
    }

    @Test
    void itEndsWhenSomebodyTakesThemAndBeginsAnewWithNewDanger() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        watch.bindTo(meters);
        watch.round();
        assertThat(waiting(meters)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        lead.updateAndGet(held -> held.after(act("ben")));
        for (int round = 0; round < 10; round++) {
            clock.advance(FIVE_MINUTES);
            watch.round();
        }
        assertThat(phones.rung).containsExactly("ana");
        assertThat(waiting(meters)).isZero();

        lead.updateAndGet(held -> held.receiving(danger("form:2")));
        watch.round();
        clock.advance(FIVE_MINUTES);
        watch.round();
        assertThat(phones.rung).containsExactly("ana", "ana", "ben");
    }

    private static double waiting(SimpleMeterRegistry meters) {
        return meters.get("careline.safety.waiting").gauge().value();
    }

    @Test
    void whoeverCouldNotBeWokenIsTriedAgainSoonAndCountsAsOneAlarm() {
        phones.dead = true;
        watch.round();
        clock.advance(SafetyAlarm.AGAIN);
        watch.round();
        phones.dead = false;
        clock.advance(SafetyAlarm.AGAIN);
        watch.round();
        clock.advance(SafetyAlarm.AGAIN);
        watch.round();

        assertThat(phones.rung).containsExactly("ana", "ana", "ana");
        assertThat(alarms).hasSize(1);
    }

    @Test
    void whatCouldNotBeRaisedWhileTheStoreWasAwayIsRaisedWhenItIsBack() {
        AtomicBoolean away = new AtomicBoolean(true);
        SafetyWatch cutOff = new SafetyWatch(
                new SimulatedRounds(() -> {
                    if (away.get()) {
                        throw new StoreUnavailable("read who is in danger");
                    }
                    return List.of(lead());
                }),
                raised,
                people,
                (kind, about) -> alarms.add(kind + " " + about),
                List.of(phones),
                clock);

        cutOff.round();
        assertThat(phones.rung).isEmpty();
        away.set(false);
        cutOff.round();

        assertThat(phones.rung).containsExactly("ana");
    }

    /** The other node looks when the first one has read but not written: one of them loses its guard. */
    @Test
    void ofTwoNodesOneAlarms() {
        SafetyWatch other = new SafetyWatch(
                new SimulatedRounds(() -> {
                    watch.round();
                    return List.of(lead());
                }),
                raised,
                people,
                (kind, about) -> alarms.add(kind + " " + about),
                List.of(phones),
                clock);

        for (int repetition = 0; repetition < 4; repetition++) {
            other.round();
            other.round();
            clock.advance(FIVE_MINUTES);
        }

        assertThat(phones.rung).containsExactly("ana", "ben", "cleo", "ana");
    }

    @Test
    void aKillAfterTheAlarmWasWrittenCostsLessThanAMinute() {
        raised.write(List.of(SafetyAlarm.next(null, lead(), 1, new CoordinatorId("ana"), clock.instant())));

        watch.round();
        assertThat(phones.rung).isEmpty();
        clock.advance(SafetyAlarm.AGAIN);
        watch.round();

        assertThat(SafetyAlarm.AGAIN).isLessThan(Duration.ofMinutes(1));
        assertThat(phones.rung).containsExactly("ana");
    }

    private Lead lead() {
        return Objects.requireNonNull(lead.get());
    }

    private Lead owned(String by) {
        Explanation why = new Explanation(Explanation.Step.ASSIGN, "safety", "2", "For safety.", Map.of());
        return inDanger()
                .decided(new Assignment(1, new CoordinatorId(by), null, Assignment.How.SAFETY, clock.instant(), why));
    }

    private CoordinatorAct act(String by) {
        return new CoordinatorAct(
                new ActId("act-1"),
                0,
                lead().id(),
                clock.instant(),
                new CoordinatorId(by),
                CoordinatorAct.What.CLAIM,
                null,
                null,
                null);
    }

    private Lead inDanger() {
        return Lead.openedBy(danger("form:1"));
    }

    private Contact danger(String source) {
        Instant now = clock.instant();
        return Contacts.of(
                new SourceId(source),
                now,
                now,
                new Person(Set.of(), Set.of(), Set.of(), null),
                Map.of(),
                null,
                true,
                null,
                List.of(Cause.of(SafetyHold.Kind.WORDS, now, new SourceId(source))));
    }
}
