package org.careline.telephony;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.careline.speech.AlarmScript;
import org.careline.speech.CallBackScript;
import org.careline.speech.CrisisScript;
import org.careline.speech.KeyMenu;
import org.careline.speech.LineScript;
import org.careline.speech.Reply;
import org.careline.speech.RingScript;
import org.careline.speech.Voicemail;
import org.careline.telephony.LastResort.Cause;
import org.careline.telephony.LastResort.Listener;

/** Which path below {@code /twilio} does what, and what Twilio must send there. */
final class TwilioRoutes {

    private static final String VOICE = "/twilio/voice";

    private static final Set<String> OF_A_CALL =
            Set.of("CallSid", "AccountSid", "From", "To", "CallStatus", "Direction");

    /** A recording's callback knows neither caller nor number (Twilio, "Record: recordingStatusCallback"). */
    private static final Set<String> OF_A_RECORDING =
            Set.of("CallSid", "AccountSid", "RecordingSid", "RecordingStatus");

    /** What a recording says (Twilio, "Record: transcribeCallback"). */
    private static final Set<String> OF_A_TRANSCRIPT = Set.of("CallSid", "AccountSid", "TranscriptionStatus");

    /** A coordinator's phone that was rung for a call (Twilio, "Number: url"). */
    private static final Set<String> OF_A_LEG = Set.of("CallSid", "AccountSid", "ParentCallSid");

    /** A phone that was rung for somebody who waits, or that somebody's queue. */
    private static final Set<String> OF_A_LINE_LEG = Set.of("CallSid", "AccountSid");

    private final Map<String, Route> known;
    private final List<Below> below;
    private final Route unknownVoice;
    private final Route elsewhere = new Route(Set.of(), Listener.NOBODY, any -> Reply.NOT_FOUND);

    /** The paths that begin like this; what follows says where a call is. */
    private record Below(
            String prefix, Set<String> required, Listener listener, BiFunction<String, Parameters, Reply> answer) {

        Route at(String path) {
            String place = path.substring(prefix.length());
            return new Route(required, listener, parameters -> answer.apply(place, parameters));
        }
    }

    TwilioRoutes(
            VoiceWebhooks voice,
            Menus menus,
            Ringing ringing,
            CallBacks callBacks,
            CrisisExit crisis,
            Legs legs,
            WaitingRoom room,
            OutOfTheLine out,
            LineLegs line,
            AlarmCalls alarm,
            LastResort lastResort) {
        known = Map.of(
                VOICE + "/inbound",
                new Route(OF_A_CALL, Listener.CALLER, voice::answer),
                Voicemail.RECORDING_STATUS,
                new Route(OF_A_RECORDING, Listener.TWILIO, voice::recordingStatus),
                Voicemail.TRANSCRIBED,
                new Route(OF_A_TRANSCRIPT, Listener.TWILIO, voice::transcript),
                VOICE + "/status",
                new Route(OF_A_CALL, Listener.TWILIO, voice::callStatus));
        below = List.of(
                new Below(KeyMenu.KEYS, OF_A_CALL, Listener.CALLER, menus::key),
                new Below(CrisisScript.ENDED, OF_A_CALL, Listener.CALLER, crisis::ended),
                new Below(CallBackScript.ENTERED, OF_A_CALL, Listener.CALLER, callBacks::entered),
                new Below(Voicemail.TAKEN, OF_A_CALL, Listener.CALLER_WITH_MESSAGE, voice::takeVoicemail),
                new Below(LineScript.WAIT, OF_A_CALL, Listener.WAITING, room::waits),
                new Below(LineScript.KEYS, OF_A_CALL, Listener.WAITING, room::key),
                new Below(LineScript.LEFT, OF_A_CALL, Listener.CALLER, out::left),
                new Below(LineScript.ANSWERED, OF_A_LINE_LEG, Listener.COORDINATOR, line::answered),
                new Below(LineScript.KEY, OF_A_LINE_LEG, Listener.COORDINATOR, line::key),
                new Below(LineScript.CONNECTING, OF_A_LINE_LEG, Listener.CONNECTING, line::connecting),
                new Below(LineScript.ENDED, OF_A_LINE_LEG, Listener.COORDINATOR, line::ended),
                new Below(LineScript.RECORDED, OF_A_RECORDING, Listener.TWILIO, voice::talkRecorded),
                new Below(LineScript.STATUS, OF_A_LINE_LEG, Listener.TWILIO, line::status),
                new Below(AlarmScript.ANSWERED, OF_A_LINE_LEG, Listener.COORDINATOR, alarm::answered),
                new Below(AlarmScript.KEY, OF_A_LINE_LEG, Listener.COORDINATOR, alarm::key),
                new Below(AlarmScript.STATUS, OF_A_LINE_LEG, Listener.TWILIO, alarm::status),
                new Below(RingScript.ENDED, OF_A_CALL, Listener.CALLER, ringing::ended),
                new Below(RingScript.WHISPER, OF_A_LEG, Listener.COORDINATOR, legs::whisper),
                new Below(RingScript.KEY, OF_A_LEG, Listener.COORDINATOR, legs::key));
        unknownVoice =
                new Route(Set.of(), Listener.CALLER, any -> lastResort.answer(Listener.CALLER, Cause.UNKNOWN_PATH));
    }

    /** @param path without context path and path parameters */
    Route at(String path) {
        Route route = known.get(path);
        if (route != null) {
            return route;
        }
        return below.stream()
                .filter(paths -> path.startsWith(paths.prefix()))
                .map(paths -> paths.at(path))
                .findFirst()
                .orElse(path.equals(VOICE) || path.startsWith(VOICE + "/") ? unknownVoice : elsewhere);
    }
}
