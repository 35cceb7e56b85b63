package org.careline.telephony;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.careline.carrier.VoiceRecording;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.inbox.Acceptance.NoRoom;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.InquiryInbox;
import org.careline.inbox.Sender;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.readback.RecordingFacts;
import org.careline.recording.FinishedRecordings;
import org.careline.routing.RingPlan;
import org.careline.speech.Reply;
import org.careline.speech.Spoken;
import org.careline.speech.VoiceScript;
import org.careline.telephony.Unrecorded.What;

/**
 * What a call does. Each webhook tells the inbox before it answers; the inbox copes with repeats, late and early
 * ones. A caller's answer does not depend on what the inbox said: with no room left, the call is counted and answered.
 */
final class VoiceWebhooks {

    private final InquiryInbox inbox;
    private final VoiceScript script;
    private final Ringing ringing;
    private final Function<RingPlan, Fact> routed;
    private final CrisisExit crisis;
    private final FinishedRecordings recordings;
    private final Clock clock;
    private final Unrecorded unrecorded;
    private final Consumer<String> callIsOver;

    /**
     * @param routed why phones ring as a plan says
     * @param callIsOver is told the carrier's identity of a call that has ended
     */
    VoiceWebhooks(
            InquiryInbox inbox,
            VoiceScript script,
            Ringing ringing,
            Function<RingPlan, Fact> routed,
            CrisisExit crisis,
            FinishedRecordings recordings,
            Unrecorded unrecorded,
            Consumer<String> callIsOver,
            Clock clock) {
        this.inbox = inbox;
        this.script = script;
        this.ringing = ringing;
        this.routed = routed;
        this.crisis = crisis;
        this.recordings = recordings;
        this.unrecorded = unrecorded;
        this.callIsOver = callIsOver;
        this.clock = clock;
    }

    /** Somebody calls. What the plan of their call says is kept with it, in one step; without a plan the call is kept alone. */
    Reply answer(Parameters call) {
        String dialled = call.text("To");
        CallerIdentity caller = CallerIdentity.of(call.text("From"));
        Spoken spoken = script.spoken(dialled);
        Optional<RingPlan> plan = Optional.empty();
        try {
            plan = ringing.plan(dialled, caller, spoken);
        } finally {
            accept(call, dialled, caller, plan);
        }
        return plan.map(made -> ringing.begin(made, dialled, spoken, call.text("CallSid")))
                .orElseGet(() -> script.greeting(dialled));
    }

    private void accept(Parameters call, String dialled, CallerIdentity caller, Optional<RingPlan> plan) {
        Inquiry inquiry = new Inquiry(
                source(call),
                clock.instant(),
                caller instanceof Known known ? Sender.caller(known.number()) : Sender.WITHHELD,
                InquiryDetails.byCall(dialled),
                script.attribution(dialled),
                null);
        if (inbox.accept(inquiry, plan.map(routed).stream().toList()) instanceof NoRoom) {
            unrecorded.lost(What.CALL);
        }
    }

    /**
     * A message was left. The file need not exist yet, and the caller may have hung up, or pressed a key, to end it.
     *
     * @param path a slash and the caller's language
     */
    Reply takeVoicemail(String path, Parameters call) {
        Spoken spoken = path.isEmpty()
                ? script.spoken(call.text("To"))
                : Spoken.read(path.substring(1)).orElseGet(() -> script.spoken(call.text("To")));
        if (call.find("RecordingUrl").isPresent() && !inbox.amend(source(call), voicemail(call))) {
            unrecorded.lost(What.VOICEMAIL);
        }
        return crisis.asked(call) ? crisis.begin(call, spoken) : script.farewell(spoken);
    }

    /** What became of the file. A message whose own webhook was lost is learnt of here. */
    Reply recordingStatus(Parameters recording) {
        return recordingStatus(recording.text("CallSid"), recording);
    }

    /**
     * The same of a talk in the waiting line: its recording is of the coordinator's leg.
     *
     * @param path whose phone it was, and for whom
     */
    Reply talkRecorded(String path, Parameters recording) {
        return LegPlace.read(path)
                .map(place -> recordingStatus(place.id().call(), recording))
                .orElse(Reply.TAKEN);
    }

    private Reply recordingStatus(String call, Parameters recording) {
        SourceId source = SourceId.of(Channel.CALL, call);
        VoiceRecording told = new VoiceRecording(
                recording.text("RecordingSid"),
                call,
                recording.text("RecordingSource"),
                recording.text("RecordingStatus"),
                clock.instant(),
                recording.find("RecordingDuration").orElse(""),
                recording.find("RecordingUrl").orElse(""));
        boolean message = told.ofCaller() && told.status().equals("completed");
        boolean taken = (!message || inbox.amend(source, voicemail(recording)))
                && inbox.amend(source, RecordingFacts.file(told));
        RecordingFacts.finished(told).ifPresent(recordings::hint);
        return taken ? Reply.TAKEN : Reply.TRY_AGAIN;
    }

    /** What a message says, as the carrier's machine has heard it. Words of danger in it are told to people at once. */
    Reply transcript(Parameters message) {
        String text = message.text("TranscriptionText").strip();
        if (!message.text("TranscriptionStatus").equals("completed") || text.isEmpty()) {
            return Reply.TAKEN;
        }
        String recording = message.find("RecordingSid").orElse("of-a-message");
        Fact said = Fact.transcript(recording, text, clock.instant());
        if (!inbox.amend(source(message), said)) {
            return Reply.TRY_AGAIN;
        }
        crisis.read(source(message), text);
        return Reply.TAKEN;
    }

    /** How a call goes on, or ended. A leg's status says nothing about the caller's own. */
    Reply callStatus(Parameters call) {
        boolean leg =
                call.find("ParentCallSid").isPresent() || call.text("Direction").startsWith("outbound");
        if (leg) {
            return Reply.TAKEN;
        }
        Map<String, String> values = new TreeMap<>();
        call.find("CallDuration").ifPresent(seconds -> values.put("duration", seconds));
        call.find("SequenceNumber").ifPresent(number -> values.put("sequence", number));
        Fact fact = new Fact(Kind.CALL_STATUS, call.text("CallStatus"), toldAt(call), values);
        boolean taken = inbox.amend(source(call), fact);
        if (fact.endsTheCall()) {
            callIsOver.accept(call.text("CallSid"));
        }
        return taken ? Reply.TAKEN : Reply.TRY_AGAIN;
    }

    private Fact voicemail(Parameters call) {
        return new Fact(Kind.VOICEMAIL, "left", clock.instant(), recordingOf(call));
    }

    private static Map<String, String> recordingOf(Parameters call) {
        Map<String, String> values = new TreeMap<>();
        call.find("RecordingSid").ifPresent(sid -> values.put("recording", sid));
        call.find("RecordingDuration").ifPresent(seconds -> values.put("duration", seconds));
        call.find("RecordingUrl").ifPresent(url -> values.put("url", url));
        return values;
    }

    /** When Twilio says that it happened, an RFC 2822 date; else now. */
    private Instant toldAt(Parameters call) {
        return call.find("Timestamp").flatMap(VoiceWebhooks::parse).orElseGet(clock::instant);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notThatForm) {
            return Optional.empty();
        }
    }

    private static SourceId source(Parameters call) {
        return SourceId.of(Channel.CALL, call.text("CallSid"));
    }
}
