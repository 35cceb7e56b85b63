package org.careline.readback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.CallFacts;
import org.careline.inbox.CallFacts.KnownCall;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.PlayedCallFacts;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.Sender;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.readback.ReadBackResult.Failed;
import org.careline.readback.ReadBackResult.Failure;
import org.careline.readback.ReadBackResult.Looked;
import org.careline.recording.FinishedRecording;
import org.careline.recording.HandedOver;
import org.careline.recording.RecordingId;
import org.careline.speech.Clinic;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.careline.support.PlayedCarrier;
import org.careline.support.PlayedCarrier.Mood;
import org.careline.waiting.LegDesk;
import org.careline.waiting.MemoryLine;
import org.careline.waiting.WaitingCaller;
import org.careline.waiting.WaitingId;
import org.junit.jupiter.api.Test;

@Holds({Promise.P2, Promise.P3})
class ReadBackTests {

    private static final Duration LONGEST = Inquiry.LONGEST_CALL.plus(MemoryLine.RULES.longestTalk());
    private static final SourceId SOURCE = new SourceId("call:" + Clinic.CALL);
    private static final String MESSAGE = "RE00000000000000000000000000000001";

    private final MovableClock clock = new MovableClock();
    private final Instant began = clock.instant().minus(Duration.ofMinutes(10));
    private final PlayedCarrier carrier = new PlayedCarrier();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final HandedOver finished = new HandedOver();
    private final MemoryLine line = new MemoryLine();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PlayedCallFacts known = new PlayedCallFacts();
    private final ReadBack readBack =
            new ReadBack(carrier, known, inbox, finished, line, Clinic.NUMBERS, MemoryLine.RULES, clock, meters);

    @Test
    void recordingsOfOurCallsAreHandedOverAndNoOthers() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);
        carrier.call("CA2", Clinic.CALLER, Clinic.UNKNOWN_NUMBER, began, "completed", 31);
        carrier.message(MESSAGE, Clinic.CALL, began.plusSeconds(12), 15);
        carrier.message("RE2", "CA2", began.plusSeconds(12), 15);
        carrier.message("RE3", "CA3", began.plusSeconds(12), 15);
        carrier.message("RE4", Clinic.CALL, began.plusSeconds(12), 0);
        carrier.talk("RE5", Clinic.CALL, began.plusSeconds(9), 20);

        readBack.look();

        assertThat(finished.taken)
                .containsExactlyInAnyOrder(
                        new FinishedRecording(
                                new RecordingId(MESSAGE),
                                SOURCE,
                                FinishedRecording.Kind.MESSAGE,
                                15,
                                began.plusSeconds(12)),
                        new FinishedRecording(
                                new RecordingId("RE5"), SOURCE, FinishedRecording.Kind.TALK, 20, began.plusSeconds(9)));
        assertThat(inbox.facts)
                .extracting(told -> told.getValue().key())
                .contains("VOICEMAIL:left", "RECORDING:completed", "RECORDING:completed-RE5");
    }

    @Test
    void aTalkThatIsListedUnderTheLegOfWhoeverAcceptedIsTheCallers() {
        String leg = "CA00000000000000000000000000000077";
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 61);
        carrier.talk("RE5", leg, began.plusSeconds(9), 20);
        carrier.talk("RE6", "CA00000000000000000000000000000078", began.plusSeconds(9), 20);
        WaitingId caller = new WaitingId(Clinic.CALL);
        CoordinatorId ana = new CoordinatorId("ana");
        LegDesk legs = line.coordinators(clock);
        line.callers(clock).here(caller, new WaitingCaller(Clinic.NUMBER, null, "en", null, true));
        legs.accept(caller, ana, leg);
        legs.bridged(caller, ana);
        clock.advance(Duration.ofMinutes(4));
        legs.legIsOver(caller, ana);
        Fact talk = Conversation.fact(ana, clock.instant().minus(Duration.ofMinutes(4)), clock.instant(), false);
        clock.advance(Duration.ofMinutes(2));

        readBack.look();

        assertThat(inbox.facts).as("its own webhook was lost").contains(Map.entry(SOURCE, talk));
        assertThat(counted("talk")).isEqualTo(1);

        assertThat(finished.taken)
                .containsExactly(new FinishedRecording(
                        new RecordingId("RE5"), SOURCE, FinishedRecording.Kind.TALK, 20, began.plusSeconds(9)));
        assertThat(inbox.facts).extracting(Map.Entry::getKey).containsOnly(SOURCE);
    }

    @Test
    void recordingsThatTheStoreDoesNotTakeAreLookedForAgain() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);
        carrier.message(MESSAGE, Clinic.CALL, began.plusSeconds(12), 15);
        finished.away = true;
        assertThat(readBack.look()).isEqualTo(new Failed(Failure.STORE));
        finished.away = false;
        clock.advance(Duration.ofHours(10));

        assertThat(readBack.look()).isEqualTo(new Looked());

        assertThat(finished.taken).extracting(FinishedRecording::id).containsExactly(new RecordingId(MESSAGE));
    }

    @Test
    void aCallThatNoWebhookToldOfBecomesTheSameInquiry() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);

        assertThat(readBack.look()).isEqualTo(new Looked());

        assertThat(inbox.inquiries)
                .as("what a webhook makes of it, VoiceWebhooksTests.callBecomesAnInquiry")
                .containsExactly(new Inquiry(
                        SOURCE,
                        began,
                        Sender.caller(new PhoneNumber(Clinic.CALLER)),
                        InquiryDetails.byCall(Clinic.NUMBER),
                        Map.of("number", Clinic.NUMBER, "source", "website"),
                        null));
        assertThat(inbox.facts)
                .containsExactly(Map.entry(
                        SOURCE,
                        new Fact(Kind.CALL_STATUS, "completed", began.plusSeconds(31), Map.of("duration", "31"))));
        assertThat(counted("call")).isOne();
        assertThat(counted("end")).isOne();
    }

    @Test
    void aMessageIsBroughtBackWithItsRecording() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);
        carrier.message(MESSAGE, Clinic.CALL, began.plusSeconds(12), 15);

        readBack.look();

        assertThat(inbox.facts)
                .extracting(fact -> fact.getValue().key())
                .containsExactly("VOICEMAIL:left", "RECORDING:completed", "CALL_STATUS:completed");
        assertThat(inbox.fact(Kind.VOICEMAIL).orElseThrow().values())
                .containsEntry("recording", MESSAGE)
                .containsEntry("duration", "15")
                .containsKey("url");
    }

    @Test
    void whatIsKnownIsNotGivenAgain() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);
        carrier.message(MESSAGE, Clinic.CALL, began.plusSeconds(12), 15);
        Fact message = new Fact(Kind.VOICEMAIL, "left", began, Map.of());
        known.calls.put(SOURCE, new KnownCall(true, List.of(message, end("no-answer"))));

        readBack.look();

        assertThat(inbox.inquiries).isEmpty();
        assertThat(inbox.facts)
                .as("an end is sticky, whichever it is")
                .extracting(fact -> fact.getValue().kind())
                .containsExactly(Kind.RECORDING);
    }

    private Fact end(String status) {
        return new Fact(Kind.CALL_STATUS, status, began, Map.of());
    }

    @Test
    void aCallOfWhichOnlyFactsCameIsAccepted() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);
        known.calls.put(SOURCE, new KnownCall(false, List.of(end("completed"))));

        readBack.look();

        assertThat(inbox.inquiries).hasSize(1);
        assertThat(inbox.facts).isEmpty();
    }

    @Test
    void legsAndOtherNumbersOfTheAccountAreNoInquiries() {
        carrier.leg("CA00000000000000000000000000000002", Clinic.CALL, Clinic.NUMBER, Clinic.CALLER, began);
        carrier.call("CA3", Clinic.CALLER, Clinic.UNKNOWN_NUMBER, began, "completed", 31);
        carrier.message(MESSAGE, "CA3", began, 15);

        assertThat(readBack.look()).isEqualTo(new Looked());

        assertThat(inbox.inquiries).isEmpty();
        assertThat(inbox.facts).isEmpty();
    }

    @Test
    void theOldestCallIsGivenFirst() {
        for (int call = 9; call > 0; call--) {
            carrier.call("CA" + call, Clinic.CALLER, Clinic.NUMBER, began.plusSeconds(call), "completed", 1);
        }

        readBack.look();

        assertThat(inbox.inquiries).hasSize(9).isSortedAccordingTo(Comparator.comparing(Inquiry::at));
    }

    @Test
    void whatIsYoungIsLeftToItsWebhook() {
        carrier.call("CA4", Clinic.CALLER, Clinic.NUMBER, clock.instant().minusSeconds(30), "in-progress", 0);
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, clock.instant().minusSeconds(80), "completed", 60);

        readBack.look();
        assertThat(inbox.inquiries).extracting(Inquiry::id).containsExactly(SOURCE);
        assertThat(inbox.facts).isEmpty();

        known.calls.put(SOURCE, new KnownCall(true, List.of()));
        clock.advance(Duration.ofMinutes(1));
        readBack.look();
        assertThat(inbox.inquiries).extracting(inquiry -> inquiry.id().value()).contains("call:CA4");
        assertThat(inbox.fact(Kind.CALL_STATUS).orElseThrow().status()).isEqualTo("completed");
    }

    @Test
    void asksFurtherBackUntilALookIsComplete() {
        Instant start = clock.instant();
        Duration overlap = LONGEST.plus(ReadBack.GRACE);
        carrier.becomes(Mood.IS_SILENT);
        readBack.look();
        clock.advance(Duration.ofMinutes(1));
        carrier.becomes(Mood.ANSWERS);
        readBack.look();
        clock.advance(Duration.ofMinutes(1));
        readBack.look();

        Instant first = start.minus(ReadBack.AT_START).minus(overlap);
        assertThat(carrier.askedSince)
                .containsExactly(first, first, start.plus(Duration.ofMinutes(1)).minus(overlap));
    }

    @Test
    void aLookThatFailsSaysWhyAndIsDoneAgain() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);
        carrier.becomes(Mood.REFUSES);
        assertThat(readBack.look()).isEqualTo(new Failed(Failure.REFUSED));
        carrier.becomes(Mood.IS_SILENT);
        assertThat(readBack.look()).isEqualTo(new Failed(Failure.NO_ANSWER));
        carrier.becomes(Mood.REHEARSES);
        assertThat(readBack.look()).isEqualTo(new ReadBackResult.Rehearsal());
        carrier.becomes(Mood.ANSWERS);
        inbox.becomes(ScriptedInbox.Mood.FULL);
        assertThat(readBack.look()).isEqualTo(new Failed(Failure.NO_ROOM));
        inbox.becomes(ScriptedInbox.Mood.OPEN);

        assertThat(readBack.look()).isEqualTo(new Looked());
        assertThat(inbox.inquiries).hasSize(1);
    }

    @Test
    void withoutTheStoreNothingIsGiven() {
        carrier.call(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, began, "completed", 31);
        CallFacts away = PlayedCallFacts.thatAreAway();
        ReadBack blind = new ReadBack(
                carrier,
                away,
                inbox,
                finished,
                line,
                Clinic.NUMBERS,
                MemoryLine.RULES,
                clock,
                new SimpleMeterRegistry());

        assertThat(blind.look()).isEqualTo(new Failed(Failure.STORE));
        assertThat(inbox.inquiries).isEmpty();
    }

    @Test
    void aWithheldCallerStaysWithheld() {
        carrier.call(Clinic.CALL, "+266696687", Clinic.NUMBER, began, "no-answer", 0);

        readBack.look();

        assertThat(inbox.inquiries.get(0).sender()).isEqualTo(Sender.WITHHELD);
    }

    private double counted(String what) {
        return meters.get("careline.reconciled").tag("what", what).counter().count();
    }
}
