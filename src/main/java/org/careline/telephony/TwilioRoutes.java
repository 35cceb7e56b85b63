package org.careline.telephony;

import java.util.Map;
import java.util.Set;
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

    private final Map<String, Route> known;
    private final Route unknownVoice;
    private final Route elsewhere = new Route(Set.of(), Listener.NOBODY, any -> Reply.NOT_FOUND);

    TwilioRoutes(VoiceWebhooks voice, LastResort lastResort) {
        known = Map.of(
                VOICE + "/inbound",
                new Route(OF_A_CALL, Listener.CALLER, voice::answer),
                VoiceScript.VOICEMAIL_TAKEN,
                new Route(OF_A_CALL, Listener.CALLER_WITH_MESSAGE, voice::takeVoicemail),
                VoiceScript.RECORDING_STATUS,
                new Route(OF_A_RECORDING, Listener.TWILIO, voice::recordingStatus),
                VOICE + "/status",
                new Route(OF_A_CALL, Listener.TWILIO, voice::callStatus));
        unknownVoice =
                new Route(Set.of(), Listener.CALLER, any -> lastResort.answer(Listener.CALLER, Cause.UNKNOWN_PATH));
    }

    /** @param path without context path and path parameters */
    Route at(String path) {
        Route route = known.get(path);
        if (route != null) {
            return route;
        }
        return path.equals(VOICE) || path.startsWith(VOICE + "/") ? unknownVoice : elsewhere;
    }
}
