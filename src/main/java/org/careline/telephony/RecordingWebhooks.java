package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.careline.carrier.VoiceRecording;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.readback.RecordingFacts;
import org.careline.recording.FinishedRecordings;
import org.careline.speech.CallScripts;
import org.careline.speech.VoiceScript;
import org.careline.speech.WebhookReply;
import org.careline.telephony.CallRecords.What;
import org.springframework.stereotype.Component;

/** What is learnt of recordings: a message that was left, what became of its file, what a machine has heard in it. */
@Component
final class RecordingWebhooks {

    private final CallRecords records;
    private final CrisisExit crisis;
    private final FinishedRecordings recordings;
    private final VoiceScript script;
    private final Clock clock;

    RecordingWebhooks(
            CallRecords records, CrisisExit crisis, FinishedRecordings recordings, CallScripts scripts, Clock clock) {
        this.records = records;
        this.crisis = crisis;
        this.recordings = recordings;
        this.script = scripts.voice;
        this.clock = clock;
    }

    /** A message was left. The file need not exist yet, and the caller may have hung up, or pressed a key, to end it. */
    WebhookReply message(IncomingCall call) {
        if (call.form().find("RecordingUrl").isPresent()) {
            records.keep(call.source(), voicemail(call.form()), What.VOICEMAIL);
        }
        return crisis.asked(call) ? crisis.begin(call) : script.farewell(call.spoken());
    }

    /** What became of the file. A message whose own webhook was lost is learnt of here. */
    WebhookReply file(WebhookForm recording) {
        return file(recording.text("CallSid"), recording);
    }

    /** The same of a talk in the waiting line: its recording is of the coordinator's leg. */
    WebhookReply talk(Optional<LegRef> leg, WebhookForm recording) {
        return leg.map(place -> file(place.id().call(), recording)).orElse(WebhookReply.TAKEN);
    }

    private WebhookReply file(String call, WebhookForm recording) {
        SourceId source = SourceId.of(Channel.CALL, call);
        VoiceRecording told = new VoiceRecording(
                recording.text("RecordingSid"),
                call,
                recording.text("RecordingSource"),
                recording.text("RecordingStatus"),
                clock.instant(),
                recording.text("RecordingDuration"),
                recording.text("RecordingUrl"));
        boolean message = told.ofCaller() && told.status().equals("completed");
        boolean taken = (!message || records.take(source, voicemail(recording)))
                && records.take(source, RecordingFacts.file(told));
        RecordingFacts.finished(told).ifPresent(recordings::hint);
        return taken ? WebhookReply.TAKEN : WebhookReply.TRY_AGAIN;
    }

    /** What a message says, as the carrier's machine has heard it. Words of danger in it are told to people at once. */
    WebhookReply transcript(WebhookForm message) {
        String text = message.text("TranscriptionText").strip();
        if (!message.text("TranscriptionStatus").equals("completed") || text.isEmpty()) {
            return WebhookReply.TAKEN;
        }
        SourceId call = SourceId.of(Channel.CALL, message.text("CallSid"));
        String recording = message.find("RecordingSid").orElse("of-a-message");
        if (!records.take(call, Fact.transcript(recording, text, clock.instant()))) {
            return WebhookReply.TRY_AGAIN;
        }
        crisis.read(call, text);
        return WebhookReply.TAKEN;
    }

    private Fact voicemail(WebhookForm recording) {
        Map<String, String> values = recording.named(
                Map.of("recording", "RecordingSid", "duration", "RecordingDuration", "url", "RecordingUrl"));
        return new Fact(Kind.VOICEMAIL, "left", clock.instant(), values);
    }
}
