package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.recording.FinishedRecording;
import org.careline.recording.RecordingId;
import org.careline.speech.Clinic;
import org.careline.speech.SpokenLanguages;
import org.careline.speech.Voicemail;
import org.careline.speech.WebhookReply;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;

/** What the inbox is told of messages and recordings. */
class RecordingWebhooksTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final SourceId CALL = new SourceId("call:" + Clinic.CALL);
    private static final String URL = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(inbox, Clock.fixed(NOW, ZoneOffset.UTC), meters);

    @Test
    void messageIsKeptAndThankedFor() {
        WebhookReply reply = board.ask(voicemail());

        assertThat(reply.twiml())
                .isEqualTo(Clinic.script().farewell(SpokenLanguages.ENGLISH).twiml());
        assertThat(inbox.facts).containsExactly(Map.entry(CALL, message()));
    }

    @Test
    void whatAMachineHeardInAMessageIsKept() {
        assertThat(board.ask(transcript("completed", " Please call me on Monday. ")))
                .isSameAs(WebhookReply.TAKEN);

        assertThat(inbox.facts)
                .containsExactly(Map.entry(CALL, Fact.transcript("RE1", "Please call me on Monday.", NOW)));
        assertThat(board.alarmed).isEmpty();
    }

    @Test
    void whatNoMachineUnderstoodIsNoTranscript() {
        assertThat(board.ask(transcript("failed", ""))).isSameAs(WebhookReply.TAKEN);
        assertThat(board.ask(transcript("completed", "  "))).isSameAs(WebhookReply.TAKEN);

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

        assertThat(board.ask(transcript("completed", "I just want to die."))).isSameAs(WebhookReply.TRY_AGAIN);
    }

    private static SignedTwilioRequest transcript(String status, String text) {
        return SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7)
                .at(Voicemail.TRANSCRIBED)
                .with("TranscriptionSid", "TR1")
                .with("TranscriptionStatus", status)
                .with("TranscriptionText", text);
    }

    @Test
    void aFileThatNobodyTookIsAskedForAgain() {
        inbox.becomes(Mood.FULL);

        assertThat(board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void messageEndedByHangingUpIsKeptToo() {
        WebhookReply reply = board.ask(voicemail().with("Digits", "hangup"));

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
        WebhookReply reply = board.ask(SignedTwilioRequest.recordingStatus(Clinic.CALL, "RE1", "completed", 7));

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

    private double unrecorded(String reason) {
        return meters.get("careline.calls.unrecorded")
                .tag("reason", reason)
                .counter()
                .count();
    }
}
