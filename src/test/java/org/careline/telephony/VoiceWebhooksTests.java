package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.inbox.Sender;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.recording.FinishedRecording;
import org.careline.recording.RecordingId;
import org.careline.speech.Clinic;
import org.careline.speech.Reply;
import org.careline.speech.Spoken;
import org.careline.speech.Voicemail;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the inbox is told of a call, and what the caller hears meanwhile. */
class VoiceWebhooksTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final SourceId CALL = new SourceId("call:" + Clinic.CALL);
    private static final String URL = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(inbox, Clock.fixed(NOW, ZoneOffset.UTC), meters);

    @Test
    void callBecomesAnInquiry() {
        board.ask(inbound(Clinic.CALLER, Clinic.NUMBER));

        assertThat(inbox.inquiries)
                .containsExactly(new Inquiry(
                        CALL,
                        NOW,
                        Sender.caller(new PhoneNumber(Clinic.CALLER)),
                        InquiryDetails.byCall(Clinic.NUMBER),
                        Map.of("number", Clinic.NUMBER, "source", "website"),
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "+266696687", "+7378742833", "client:ana", "sip:ana@example.org", "+1"})
    void callerWithoutANumberIsNobody(String from) {
        board.ask(inbound(from, Clinic.NUMBER));

        assertThat(inbox.inquiries).extracting(Inquiry::sender).containsExactly(Sender.WITHHELD);
    }

    @Test
    void unknownNumberIsAcceptedAndAnsweredPolitely() {
        Reply reply = board.ask(inbound(Clinic.CALLER, Clinic.UNKNOWN_NUMBER));

        assertThat(reply.twiml())
                .isEqualTo(Clinic.greeting(Clinic.UNKNOWN_NUMBER).twiml())
                .doesNotContain("Harbor Light");
        assertThat(inbox.inquiries)
                .extracting(Inquiry::details)
                .containsExactly(InquiryDetails.byCall(Clinic.UNKNOWN_NUMBER));
        assertThat(inbox.inquiries).extracting(Inquiry::attribution).containsExactly(Map.of());
    }

    @Test
    @Holds(Promise.P3)
    void withNoRoomLeftTheCallIsAnsweredAndCounted() {
        inbox.becomes(Mood.FULL);

        Reply reply = board.ask(inbound(Clinic.CALLER, Clinic.NUMBER));

        assertThat(reply.twiml()).isEqualTo(Clinic.greeting(Clinic.NUMBER).twiml());
        assertThat(unrecorded("call")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "busy", "no-answer", "failed", "canceled"})
    void endOfACallIsAFact(String status) {
        Reply reply = board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, status, 42)
                .with("Timestamp", "Mon, 23 Nov 2026 13:59:30 +0000"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(inbox.facts)
                .containsExactly(Map.entry(
                        CALL,
                        new Fact(
                                Kind.CALL_STATUS,
                                status,
                                Instant.parse("2026-11-23T13:59:30Z"),
                                Map.of("duration", "42", "sequence", "0"))));
        assertThat(inbox.facts)
                .allSatisfy(told -> assertThat(told.getValue().endsTheCall()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-23T13:59:30Z"})
    void timeThatCannotBeReadIsNow(String timestamp) {
        board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 42)
                .with("Timestamp", timestamp));

        assertThat(inbox.fact(Kind.CALL_STATUS).orElseThrow().at()).isEqualTo(NOW);
    }

    @Test
    void statusThatNobodyTookIsAskedForAgain() {
        inbox.becomes(Mood.FULL);

        assertThat(board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 42))
                        .status())
                .isEqualTo(503);
        assertThat(board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void endOfALegIsNotTheEndOfTheCall() {
        Reply reply = board.ask(SignedTwilioRequest.endOfCall("CA2", Clinic.NUMBER, "+13055550177", "no-answer", 0)
                .with("ParentCallSid", Clinic.CALL));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(inbox.facts).isEmpty();
    }

    @Test
    void messageIsKeptAndThankedFor() {
        Reply reply = board.ask(voicemail());

        assertThat(reply.twiml())
                .isEqualTo(Clinic.script().farewell(Spoken.ENGLISH).twiml());
        assertThat(inbox.facts).containsExactly(Map.entry(CALL, message()));
    }

    @Test
    void whatAMachineHeardInAMessageIsKept() {
        assertThat(board.ask(transcript("completed", " Please call me on Monday. ")))
                .isSameAs(Reply.TAKEN);

        assertThat(inbox.facts)
                .containsExactly(Map.entry(CALL, Fact.transcript("RE1", "Please call me on Monday.", NOW)));
        assertThat(board.alarmed).isEmpty();
    }

    @Test
    void whatNoMachineUnderstoodIsNoTranscript() {
        assertThat(board.ask(transcript("failed", ""))).isSameAs(Reply.TAKEN);
        assertThat(board.ask(transcript("completed", "  "))).isSameAs(Reply.TAKEN);

        assertThat(inbox.facts).isEmpty();
    }

    @Test
    @Holds(Promise.P5)
    void wordsOfDangerInAMessageAreToldToPeople() {
        board.ask(transcript("completed", "I just want to die."));

        assertThat(inbox.fact(Kind.CRISIS)).map(Fact::status).contains(Fact.IN_A_MESSAGE);
        assertThat(board.alarmed).containsExactly(CALL);
    }

    @Test
    void aTranscriptWithNoRoomLeftIsAskedForAgain() {
        inbox.becomes(Mood.FULL);

        assertThat(board.ask(transcript("completed", "I just want to die."))).isSameAs(Reply.TRY_AGAIN);
    }

    private static SignedTwilioRequest transcript(String status, String text) {
        return SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7)
                .at(Voicemail.TRANSCRIBED)
                .with("TranscriptionSid", "TR1")
                .with("TranscriptionStatus", status)
                .with("TranscriptionText", text);
    }

    @Test
    void messageEndedByHangingUpIsKeptToo() {
        Reply reply = board.ask(voicemail().with("Digits", "hangup"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(inbox.facts).containsExactly(Map.entry(CALL, message()));
    }

    @Test
    void messageWithNoRoomLeftIsThankedForAndCounted() {
        inbox.becomes(Mood.FULL);

        assertThat(board.ask(voicemail()).twiml()).contains("988");
        assertThat(unrecorded("voicemail")).isEqualTo(1);
    }

    @Test
    void noRecordingIsNoMessage() {
        board.ask(voicemail().without("RecordingUrl").without("RecordingSid").without("RecordingDuration"));

        assertThat(inbox.facts).isEmpty();
    }

    @Test
    void messageWhoseWebhookWasLostIsLearntOfFromItsFile() {
        Reply reply = board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(inbox.facts)
                .containsExactly(
                        Map.entry(CALL, message()),
                        Map.entry(
                                CALL,
                                new Fact(
                                        Kind.RECORDING,
                                        "completed",
                                        NOW,
                                        message().values())));
    }

    @Test
    void recordingThatFailedOrIsOfATalkIsNoMessage() {
        SignedTwilioRequest talk = SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7)
                .without("RecordingSource")
                .with("RecordingSource", "DialVerb");

        board.ask(talk);
        board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE2", "absent", 0));

        assertThat(inbox.fact(Kind.VOICEMAIL)).isEmpty();
        assertThat(inbox.facts)
                .extracting(told -> told.getValue().key())
                .containsExactly("RECORDING:completed-RE1", "RECORDING:absent");
    }

    @Test
    void aFinishedRecordingIsHandedOverAtOnce() {
        board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7));
        board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE2", "absent", 0));
        board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE3", "in-progress", 0));

        assertThat(board.finished.hints)
                .containsExactly(
                        new FinishedRecording(new RecordingId("RE1"), CALL, FinishedRecording.Kind.MESSAGE, 7, NOW));
    }

    private static Fact message() {
        return new Fact(Kind.VOICEMAIL, "left", NOW, Map.of("recording", "RE1", "duration", "7", "url", URL));
    }

    private static SignedTwilioRequest voicemail() {
        return SignedTwilioRequest.voicemail(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "RE1", 7);
    }

    private static SignedTwilioRequest inbound(String from, String to) {
        return SignedTwilioRequest.inboundCall(Clinic.CALL, from, to);
    }

    private double unrecorded(String reason) {
        return meters.get("careline.calls.unrecorded")
                .tag("reason", reason)
                .counter()
                .count();
    }
}
