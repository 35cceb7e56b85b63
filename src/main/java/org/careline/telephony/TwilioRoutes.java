package org.careline.telephony;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.AlarmPlace;
import org.careline.speech.AlarmScript;
import org.careline.speech.CallBackScript;
import org.careline.speech.CrisisScript;
import org.careline.speech.CrisisScript.Which;
import org.careline.speech.DialScript;
import org.careline.speech.KeyMenu;
import org.careline.speech.MenuPoint;
import org.careline.speech.PlanPosition;
import org.careline.speech.QueueScript;
import org.careline.speech.Voicemail;
import org.careline.speech.WebhookReply;
import org.careline.telephony.LastResort.Cause;
import org.careline.telephony.LastResort.Listener;
import org.springframework.stereotype.Component;

/** Which path below {@code /twilio} does what, and what Twilio must send there. */
@Component
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

    private final ClinicNumbers numbers;
    private final Map<String, Route> known;
    private final List<Below> below;
    private final Route unknownVoice;
    private final Route elsewhere = new Route(Set.of(), Listener.NOBODY, any -> WebhookReply.NOT_FOUND);

    /** The paths that begin like this; what follows says where a call is. */
    private record Below(
            String prefix,
            Set<String> required,
            Listener listener,
            BiFunction<String, WebhookForm, WebhookReply> answer) {

        Route at(String path) {
            String place = path.substring(prefix.length());
            return new Route(required, listener, parameters -> answer.apply(place, parameters));
        }
    }

    TwilioRoutes(
            ClinicNumbers numbers,
            InboundCalls calls,
            Menus menus,
            Ringing ringing,
            CallBacks callBacks,
            CrisisExit crisis,
            RecordingWebhooks recordings,
            DialedLegs legs,
            WaitingRoom room,
            QueueExit out,
            QueuedLegs line,
            AlarmCalls alarm,
            LastResort lastResort) {
        this.numbers = numbers;
        known = Map.ofEntries(
                Map.entry(VOICE + "/inbound", new Route(OF_A_CALL, Listener.CALLER, form -> calls.answer(call(form)))),
                Map.entry(VOICE + "/status", new Route(OF_A_CALL, Listener.TWILIO, form -> calls.status(call(form)))),
                Map.entry(Voicemail.RECORDING_STATUS, new Route(OF_A_RECORDING, Listener.TWILIO, recordings::file)),
                Map.entry(Voicemail.TRANSCRIBED, new Route(OF_A_TRANSCRIPT, Listener.TWILIO, recordings::transcript)));
        below = Stream.of(
                        callers(menus, crisis, callBacks, recordings, ringing),
                        waiting(room, out),
                        phones(legs, line, recordings, alarm))
                .flatMap(rows -> rows)
                .toList();
        unknownVoice =
                new Route(Set.of(), Listener.CALLER, any -> lastResort.answer(Listener.CALLER, Cause.UNKNOWN_PATH));
    }

    private Stream<Below> callers(
            Menus menus, CrisisExit crisis, CallBacks callBacks, RecordingWebhooks recordings, Ringing ringing) {
        return Stream.of(
                caller(KeyMenu.KEYS, Listener.CALLER, MenuPoint::read, menus::key),
                caller(CrisisScript.ENDED, Listener.CALLER, Which::read, crisis::ended),
                caller(CallBackScript.ENTERED, Listener.CALLER, CallBackScript::entry, callBacks::entered),
                caller(
                        Voicemail.TAKEN,
                        Listener.CALLER_WITH_MESSAGE,
                        Optional::of,
                        (call, at) -> recordings.message(call)),
                caller(DialScript.ENDED, Listener.CALLER, PlanPosition::read, ringing::ended));
    }

    private Stream<Below> waiting(WaitingRoom room, QueueExit out) {
        return Stream.of(
                caller(QueueScript.WAIT, Listener.WAITING, PlanPosition::read, room::waits),
                caller(QueueScript.KEYS, Listener.WAITING, PlanPosition::read, room::key),
                caller(QueueScript.LEFT, Listener.CALLER, PlanPosition::read, out::left));
    }

    private static Stream<Below> phones(
            DialedLegs legs, QueuedLegs line, RecordingWebhooks recordings, AlarmCalls alarm) {
        return Stream.of(
                phone(DialScript.WHISPER, OF_A_LEG, Listener.COORDINATOR, PlanPosition::read, legs::whisper),
                phone(DialScript.KEY, OF_A_LEG, Listener.COORDINATOR, PlanPosition::read, legs::key),
                phone(QueueScript.ANSWERED, OF_A_LINE_LEG, Listener.COORDINATOR, LegRef::read, line::answered),
                phone(QueueScript.KEY, OF_A_LINE_LEG, Listener.COORDINATOR, LegRef::read, line::key),
                phone(QueueScript.CONNECTING, OF_A_LINE_LEG, Listener.CONNECTING, LegRef::read, line::connecting),
                phone(QueueScript.ENDED, OF_A_LINE_LEG, Listener.COORDINATOR, LegRef::read, line::ended),
                phone(QueueScript.STATUS, OF_A_LINE_LEG, Listener.TWILIO, LegRef::read, line::status),
                phone(QueueScript.RECORDED, OF_A_RECORDING, Listener.TWILIO, LegRef::read, recordings::talk),
                phone(AlarmScript.ANSWERED, OF_A_LINE_LEG, Listener.COORDINATOR, AlarmPlace::read, alarm::answered),
                phone(AlarmScript.KEY, OF_A_LINE_LEG, Listener.COORDINATOR, AlarmPlace::read, alarm::key),
                phone(AlarmScript.STATUS, OF_A_LINE_LEG, Listener.TWILIO, AlarmPlace::read, alarm::status));
    }

    private IncomingCall call(WebhookForm form) {
        return IncomingCall.of(form, Optional.empty(), numbers);
    }

    /** A caller's own webhook: its address begins with the languages they are spoken to in. */
    private <P> Below caller(
            String prefix,
            Listener listener,
            Function<String, Optional<P>> read,
            BiFunction<IncomingCall, Optional<P>, WebhookReply> answer) {
        return new Below(prefix, OF_A_CALL, listener, (path, form) -> {
            Optional<CallbackPath> way = CallbackPath.read(path);
            IncomingCall call = IncomingCall.of(form, way.map(CallbackPath::spoken), numbers);
            return answer.apply(call, way.map(CallbackPath::place).flatMap(read));
        });
    }

    /** The webhook of a phone that we rang: its address says whose it is, and for whom. */
    private static <P> Below phone(
            String prefix,
            Set<String> required,
            Listener listener,
            Function<String, Optional<P>> read,
            BiFunction<Optional<P>, WebhookForm, WebhookReply> answer) {
        return new Below(prefix, required, listener, (path, form) -> answer.apply(read.apply(path), form));
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
