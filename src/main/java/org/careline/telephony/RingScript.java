package org.careline.telephony;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.CrisisLines;

/**
 * What is dialled, and what whoever picks up hears before they are connected. One number per {@code <Dial>}: with several,
 * Twilio connects the first that picks up, and a mailbox does (Twilio, {@code <Number>}). The caller's number stays with us:
 * the coordinator's phone shows the clinic's.
 */
final class RingScript {

    /** The action of a dial: what comes next. */
    static final String ENDED = "/twilio/voice/plan/";

    /** Before the two are connected. */
    static final String WHISPER = "/twilio/voice/whisper/";

    /** The key that was pressed, or none. */
    static final String KEY = "/twilio/voice/accept/";

    /** Ends a leg, or a call after its talk. */
    static final Reply HANG_UP = Reply.of(
            new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build());

    /** A leg whose document ends is connected. */
    static final Reply CONNECT = Reply.of(new VoiceResponse.Builder().build());

    private static final String WHISPERED = "Call for %s. Press 1 to accept.";

    private final CallPlan rules;
    private final Map<String, Speech> greetings;
    private final Map<String, String> whispers;
    private final Rendered<Ring> opening = new Rendered<>(ring -> rendered(ring, true));
    private final Rendered<Ring> following = new Rendered<>(ring -> rendered(ring, false));
    private final Rendered<Whisper> whispered = new Rendered<>(this::rendered);

    /** A dial as a document needs it. */
    private record Ring(String dialled, RingPlace place, String phone) {

        @Override
        public String toString() {
            return "Ring[" + place + "]";
        }
    }

    private record Whisper(String words, RingPlace place) {}

    RingScript(ClinicNumbers numbers, CrisisLines crisis, CallPlan rules) {
        this.rules = rules;
        this.greetings = numbers.numbers().stream()
                .collect(Collectors.toUnmodifiableMap(
                        ClinicNumber::number, number -> greeting(number, crisis), (first, again) -> first));
        this.whispers = numbers.numbers().stream()
                .collect(Collectors.toUnmodifiableMap(
                        ClinicNumber::number, number -> WHISPERED.formatted(number.label()), (first, again) -> first));
    }

    private static Speech greeting(ClinicNumber number, CrisisLines crisis) {
        Tongue tongue = Tongue.of(number.language());
        return Speech.of(tongue, number.greeting(), crisis.greeting().in(tongue.tag));
    }

    /** Greets, says the crisis sentence and rings the first one. */
    Reply first(String dialled, RingPlace place, String phone) {
        return opening.of(new Ring(dialled, place, phone));
    }

    /** Rings the next one; the caller has been greeted. */
    Reply next(String dialled, RingPlace place, String phone) {
        return following.of(new Ring(dialled, place, phone));
    }

    /**
     * Says which line it is, not who calls, and asks for the key; without one the leg ends.
     *
     * @param line the clinic number that the coordinator's phone shows
     */
    Reply whisper(String line, RingPlace place) {
        return whispered.of(new Whisper(words(line), place));
    }

    private String words(String line) {
        return whispers.getOrDefault(line, WHISPERED.formatted("the clinic"));
    }

    /** Without {@code answerOnBridge} the caller hears nothing while the coordinator hears the whisper. */
    private Reply rendered(Ring ring, boolean greets) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        Speech greeting = greetings.get(ring.dialled());
        if (greets && greeting != null) {
            greeting.sayIn(document);
        }
        String place = ring.place().text();
        Number phone = new Number.Builder(ring.phone()).url(WHISPER + place).build();
        return Reply.of(document.dial(new Dial.Builder()
                        .action(ENDED + place)
                        .answerOnBridge(true)
                        .callerId(ring.dialled())
                        .timeout(rules.ringSeconds())
                        .timeLimit(Math.toIntExact(rules.longestTalk().toSeconds()))
                        .number(phone)
                        .build())
                .build());
    }

    /** Silence is told too, so that the leg ends by our word and not by the document's end, which would connect it. */
    private Reply rendered(Whisper whisper) {
        Gather key = new Gather.Builder()
                .inputs(Gather.Input.DTMF)
                .numDigits(1)
                .timeout(rules.keySeconds())
                .actionOnEmptyResult(true)
                .action(KEY + whisper.place().text())
                .say(Tongue.ENGLISH.say(whisper.words()))
                .build();
        return Reply.of(new VoiceResponse.Builder()
                .gather(key)
                .hangup(new Hangup.Builder().build())
                .build());
    }

    /** The longest greeting before a phone rings. */
    Duration longestGreeting() {
        return greetings.values().stream()
                .map(Speech::atMost)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    Duration longestWhisper() {
        return whispers.values().stream()
                .map(Speech::atMost)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
