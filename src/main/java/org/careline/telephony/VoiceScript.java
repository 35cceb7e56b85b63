package org.careline.telephony;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.CrisisLines;

/**
 * What callers hear. Every document is rendered at the start, per clinic number in its language, and never again: an
 * answer needs a look-up in a map and nothing that could fail. Addresses in it are bare paths with nothing personal.
 *
 * <p>Each greeting and each farewell carries the crisis sentence: a voicemail greeting must give clear crisis
 * instructions (Indian Health Service, voicemail recommendations).
 */
final class VoiceScript {

    static final String VOICEMAIL_TAKEN = "/twilio/voice/voicemail";
    static final String RECORDING_STATUS = "/twilio/voice/recording";

    /** Seconds of silence that end a message. Twilio's default of 5 cuts off who has to gather courage. */
    private static final int SILENCE = 10;

    /** Seconds that a message may last. */
    private static final int LONGEST_MESSAGE = 300;

    private static final List<Tongue> EVERY_TONGUE = List.of(Tongue.values());

    private final CrisisLines crisis;
    private final Map<String, Line> lines;
    private final Line unknown;

    /** What a number needs for its answers. */
    private record Line(Map<String, String> attribution, Reply greeting, Reply farewell) {}

    VoiceScript(ClinicNumbers numbers, CrisisLines crisis) {
        this.crisis = crisis;
        this.lines = numbers.numbers().stream()
                .collect(Collectors.toUnmodifiableMap(ClinicNumber::number, this::line, (first, again) -> first));
        this.unknown = new Line(Map.of(), greeting(EVERY_TONGUE, tongue -> tongue.greeting), farewell(EVERY_TONGUE));
    }

    /** Where people found this number, as the clinic tells it; nothing if it is not the clinic's. */
    Map<String, String> attribution(String dialled) {
        return line(dialled).attribution();
    }

    /** Greets and takes a message; on a number that is not the clinic's, in every language and without its name. */
    Reply greeting(String dialled) {
        return line(dialled).greeting();
    }

    /** Thanks for a message and ends the call. */
    Reply farewell(String dialled) {
        return line(dialled).farewell();
    }

    private Line line(String dialled) {
        return lines.getOrDefault(dialled, unknown);
    }

    private Line line(ClinicNumber number) {
        List<Tongue> tongue = List.of(Tongue.of(number.language()));
        return new Line(
                Map.of("number", number.number(), "source", number.source()),
                greeting(tongue, any -> number.greeting()),
                farewell(tongue));
    }

    private Reply greeting(List<Tongue> tongues, Function<Tongue, String> first) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        for (Tongue tongue : tongues) {
            document.say(tongue.say(first.apply(tongue)))
                    .say(tongue.say(tongue.apology))
                    .say(tongue.say(crisis.voicemail().in(tongue.tag)))
                    .say(tongue.say(tongue.invitation));
        }
        document.record(message());
        tongues.forEach(tongue -> document.say(tongue.say(tongue.silence)));
        return ended(document);
    }

    private Reply farewell(List<Tongue> tongues) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        for (Tongue tongue : tongues) {
            document.say(tongue.say(tongue.thanks))
                    .say(tongue.say(crisis.greeting().in(tongue.tag)))
                    .say(tongue.say(tongue.farewell));
        }
        return ended(document);
    }

    /** Without an action, Twilio asks for the same document again when the message ends: an endless loop. */
    private static Record message() {
        return new Record.Builder()
                .action(VOICEMAIL_TAKEN)
                .recordingStatusCallback(RECORDING_STATUS)
                .timeout(SILENCE)
                .maxLength(LONGEST_MESSAGE)
                .playBeep(true)
                .build();
    }

    private static Reply ended(VoiceResponse.Builder document) {
        return Reply.of(document.hangup(new Hangup.Builder().build()).build());
    }
}
