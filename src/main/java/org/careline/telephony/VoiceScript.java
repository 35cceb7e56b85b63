package org.careline.telephony;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What callers hear. Every document is rendered at the start, per clinic number and language, and never again: an answer
 * needs a look-up in a map and nothing that could fail. Addresses in it are bare paths with nothing personal.
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

    private final CrisisWords crisis;
    private final Map<String, ClinicLine> lines;
    private final Map<String, Reply> greetings;
    private final Map<String, Reply> farewells;
    private final Reply neutralGreeting;
    private final Reply neutralFarewell;

    VoiceScript(List<ClinicLine> lines, CrisisWords crisis) {
        this.crisis = crisis;
        this.lines = lines.stream().collect(Collectors.toUnmodifiableMap(ClinicLine::number, line -> line));
        this.greetings = rendered(lines, this::greeting);
        this.farewells = rendered(lines, line -> farewell(List.of(Tongue.of(line.language()))));
        this.neutralGreeting = Reply.of(greeting(EVERY_TONGUE, tongue -> tongue.greeting));
        this.neutralFarewell = Reply.of(farewell(EVERY_TONGUE));
    }

    /** Where people found this number; an empty map if the clinic does not say or it is not the clinic's. */
    Map<String, String> attribution(String dialled) {
        ClinicLine line = lines.get(dialled);
        return line == null || line.source() == null
                ? Map.of("number", dialled)
                : Map.of("number", dialled, "source", line.source());
    }

    /** Greets and takes a message; on a number that is not the clinic's, in every language and without its name. */
    Reply greeting(String dialled) {
        return greetings.getOrDefault(dialled, neutralGreeting);
    }

    /** Thanks for a message and ends the call. */
    Reply farewell(String dialled) {
        return farewells.getOrDefault(dialled, neutralFarewell);
    }

    private static Map<String, Reply> rendered(List<ClinicLine> lines, Function<ClinicLine, VoiceResponse> document) {
        return lines.stream()
                .collect(Collectors.toUnmodifiableMap(ClinicLine::number, line -> Reply.of(document.apply(line))));
    }

    private VoiceResponse greeting(ClinicLine line) {
        Tongue tongue = Tongue.of(line.language());
        String own = line.greeting();
        return greeting(List.of(tongue), any -> own == null ? any.greeting : own);
    }

    private VoiceResponse greeting(List<Tongue> tongues, Function<Tongue, String> first) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        for (Tongue tongue : tongues) {
            document.say(tongue.say(first.apply(tongue))).say(crisisIn(tongue)).say(tongue.say(tongue.invitation));
        }
        document.record(message());
        tongues.forEach(tongue -> document.say(tongue.say(tongue.silence)));
        return document.hangup(new Hangup.Builder().build()).build();
    }

    private VoiceResponse farewell(List<Tongue> tongues) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        for (Tongue tongue : tongues) {
            document.say(tongue.say(tongue.thanks)).say(crisisIn(tongue)).say(tongue.say(tongue.farewell));
        }
        return document.hangup(new Hangup.Builder().build()).build();
    }

    private Say crisisIn(Tongue tongue) {
        return tongue.say(crisis.spoken(tongue.tag()));
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
}
