package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.careline.carrier.Leg;
import org.careline.inbox.ScriptedInbox;
import org.careline.node.Installation;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.Team;
import org.careline.speech.AlarmPlace;
import org.careline.speech.AlarmScript;
import org.careline.speech.Clinic;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.WakingDesk.Taken;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.careline.support.PlayedCarrier;
import org.careline.support.PlayedCarrier.Mood;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone is rung for somebody in danger. */
@Holds(Promise.P5)
class AlarmCallsTests {

    private static final String LEAD = "0123456789abcdef01234567";
    private static final String CLINIC = "+18445550100";
    private static final Coordinator ANA = Team.always("ana", "en");
    private static final Coordinator BEN = Team.always("ben", "en");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final PlayedCarrier carrier = new PlayedCarrier();
    private final Switchboard board = new Switchboard(new ScriptedInbox(), new MovableClock(), meters, ANA, BEN);
    private final PhoneWaker waker = new PhoneWaker(
            carrier,
            board.planner,
            Clinic.NUMBERS,
            board.the(Installation.class),
            board.the(PendingAlarms.class),
            new Switchboard.AtOnce(),
            meters);
    private int begun;

    @Test
    void theCallSaysNothingOfAnybodyNeitherAloudNorInItsAddresses() {
        waker.wake(BEN, LEAD, () -> begun++);

        Leg leg = carrier.placed.get(0);
        assertThat(leg.to()).isEqualTo(BEN.phone());
        assertThat(leg.from()).isEqualTo(CLINIC);
        assertThat(leg.answered().getPath()).matches("/twilio/voice/alarm/answered/" + LEAD + "/[0-9a-f]+/1");
        assertThat(begun).isEqualTo(1);
        assertThat(asked(leg.answered(), "").twiml())
                .contains("Careline: somebody may be in danger. Press 1 to take it.")
                .contains("<Gather")
                .contains("numDigits=\"1\"");
    }

    @Test
    void onlyAOneTakesIt() {
        Leg leg = rung();

        WebhookReply key = asked(pressed(leg), "1");

        assertThat(key.twiml()).contains("It is yours");
        assertThat(board.woken).containsExactly(LEAD + " ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "9", "11", "*"})
    void aWrongKeyAMailboxAndSilenceDoNot(String digits) {
        assertThat(asked(pressed(rung()), digits).twiml()).doesNotContain("yours");
        assertThat(board.woken).isEmpty();
    }

    @Test
    void whoComesSecondIsToldSo() {
        board.taken = Taken.NOT_NEEDED;

        assertThat(asked(pressed(rung()), "1").twiml()).contains("Somebody has it already");
    }

    @Test
    void withTheStoreAwayNobodyIsToldThatItIsTheirs() {
        AlarmCalls calls = new AlarmCalls(
                board.planner,
                Clinic.PLAN,
                (about, by) -> {
                    throw new StoreUnavailable("take somebody in danger");
                },
                new Switchboard.AtOnce(),
                board.the(PendingAlarms.class));

        assertThat(calls.key(place(rung()), parameters("1")).twiml()).contains("could not keep");
    }

    /** The worker is never done. */
    @Test
    void aSilentStoreKeepsNobodyWaiting() {
        LegWorkers idle = new LegWorkers() {
            @Override
            public void now(Runnable work) {}

            @Override
            public void later(Runnable work, Duration pause) {}
        };
        AlarmCalls calls = new AlarmCalls(
                board.planner, Clinic.PLAN, (about, by) -> Taken.THEIRS, idle, board.the(PendingAlarms.class));

        assertThat(calls.key(place(rung()), parameters("1")).twiml()).contains("could not keep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered/x", "answered/" + LEAD + "/abc/99", "key/x", "key/" + LEAD + "/0/0"})
    void anAddressThatIsNoneHangsUp(String path) {
        WebhookReply reply = asked(URI.create("/twilio/voice/alarm/" + path), "1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.twiml()).contains("<Hangup").doesNotContain("yours");
        assertThat(board.woken).isEmpty();
    }

    @Test
    void howTheCallGoesOnChangesNothingHoweverOftenItIsTold() {
        Leg leg = rung();

        for (String status :
                List.of("ringing", "no-answer", "no-answer", "completed", "busy", "canceled", "in-progress")) {
            assertThat(told(leg, status).status()).isEqualTo(204);
        }
        assertThat(board.unreachable).isEmpty();
        assertThat(told(leg, "failed").status()).isEqualTo(204);

        assertThat(board.unreachable).containsExactly(BEN.key());
        assertThat(board.woken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWERS")
    void aCarrierThatRingsNobodyIsCountedAndNotTakenForAnAlarm(Mood mood) {
        carrier.becomes(mood);

        waker.wake(BEN, LEAD, () -> begun++);

        assertThat(begun).isZero();
        assertThat(meters.counter("careline.wakings", "result", "failed").count())
                .isEqualTo(1);
        carrier.becomes(Mood.ANSWERS);
        waker.wake(BEN, LEAD, () -> begun++);
        assertThat(begun).isEqualTo(1);
        assertThat(meters.counter("careline.wakings", "result", "begun").count())
                .isEqualTo(1);
    }

    private Leg rung() {
        waker.wake(BEN, LEAD, () -> begun++);
        return carrier.placed.get(0);
    }

    private static URI pressed(Leg leg) {
        return URI.create(leg.answered().getPath().replace("/answered/", "/key/"));
    }

    private static Optional<AlarmPlace> place(Leg leg) {
        return AlarmPlace.read(leg.answered().getPath().substring(AlarmScript.ANSWERED.length()));
    }

    private static WebhookForm parameters(String digits) {
        return WebhookForm.ofForm(("CallSid=CA1&Digits=" + digits).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private WebhookReply told(Leg leg, String status) {
        return board.ask(SignedTwilioRequest.leg(leg.status().getPath(), "CA1", "CA0", CLINIC, BEN.phone())
                .without("ParentCallSid")
                .without("CallStatus")
                .with("CallStatus", status));
    }

    private WebhookReply asked(URI address, String digits) {
        return board.ask(SignedTwilioRequest.leg(address.getPath(), "CA1", "CA0", CLINIC, BEN.phone())
                .without("ParentCallSid")
                .with("Digits", digits));
    }
}
