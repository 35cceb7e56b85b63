package org.careline.telephony;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
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

    /** A coordinator's phone that was rung for a call (Twilio, "Number: url"). */
    private static final Set<String> OF_A_LEG = Set.of("CallSid", "AccountSid", "ParentCallSid");

    private final Map<String, Route> known;
    private final List<Below> below;
    private final Route unknownVoice;
    private final Route elsewhere = new Route(Set.of(), Listener.NOBODY, any -> Reply.NOT_FOUND);

    /** The paths that begin like this; what follows says where a call is in its ring plan. */
    private record Below(
            String prefix, Set<String> required, Listener listener, BiFunction<String, Parameters, Reply> answer) {

        Route at(String path) {
            String place = path.substring(prefix.length());
            return new Route(required, listener, parameters -> answer.apply(place, parameters));
        }
    }

    TwilioRoutes(VoiceWebhooks voice, Ringing ringing, Legs legs, LastResort lastResort) {
        known = Map.of(
                VOICE + "/inbound",
                new Route(OF_A_CALL, Listener.CALLER, voice::answer),
                Voicemail.TAKEN,
                new Route(OF_A_CALL, Listener.CALLER_WITH_MESSAGE, voice::takeVoicemail),
                Voicemail.RECORDING_STATUS,
                new Route(OF_A_RECORDING, Listener.TWILIO, voice::recordingStatus),
                VOICE + "/status",
                new Route(OF_A_CALL, Listener.TWILIO, voice::callStatus));
        below = List.of(
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
