package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Number;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.staff.ClinicCoordinators.Coordinator;

/**
 * What is dialled, and what whoever picks up hears before they are connected. One number per {@code <Dial>}: with several,
 * Twilio connects the first that picks up, and a mailbox does (Twilio, {@code <Number>}). The caller's number stays with us:
 * the coordinator's phone shows the clinic's.
 */
public final class DialScript {

    /** The action of a dial: what comes next. */
    public static final String ENDED = "/twilio/voice/plan/";

    /** Before the two are connected. */
    public static final String WHISPER = "/twilio/voice/whisper/";

    /** The key that was pressed, or none. */
    public static final String KEY = "/twilio/voice/accept/";

    /** Ends a leg, or a call after its talk. */
    public static final WebhookReply HANG_UP = WebhookReply.ending(new VoiceResponse.Builder());

    /** A leg whose document ends is connected. */
    public static final WebhookReply CONNECT = WebhookReply.of(new VoiceResponse.Builder().build());

    private static final String WHISPERED = "Call for %s. Press 1 to accept.";

    private final CallerWords words;
    private final KeyMenu menu;
    private final CallPlan rules;
    private final TalkRecording talks;
    private final TwimlCache<Ring> rings = new TwimlCache<>(this::rendered);
    private final TwimlCache<Whisper> whispers = new TwimlCache<>(this::rendered);

    /** A dial as a document needs it. */
    private record Ring(ClinicNumber dialled, SpokenLanguages spoken, PlanPosition place, String phone, Before before) {

        @Override
        public String toString() {
            return "Ring[" + place + "]";
        }
    }

    private record Whisper(String line, PlanPosition place) {}

    DialScript(CallerWords words, KeyMenu menu, CallPlan rules, TalkRecording talks) {
        this.words = words;
        this.menu = menu;
        this.rules = rules;
        this.talks = talks;
    }

    /**
     * Rings a phone after these words. Whoever reaches the ring behind the greeting has heard all of it, and that talks are
     * recorded.
     *
     * @param dialled the number that the phone shows
     * @param rung whose phone stands at this place
     */
    public WebhookReply dial(
            ClinicNumber dialled, SpokenLanguages spoken, PlanPosition place, Coordinator rung, Before before) {
        PlanPosition reached = switch (before) {
            case GREETING -> place.recorded(talks.on());
            case NOT_RECORDED -> place.recorded(false);
            case HOLD, NOTHING -> place;
        };
        return rings.of(new Ring(dialled, spoken, reached, rung.phone(), before));
    }

    /**
     * Says which line it is, not who calls, and asks for the key; without one the leg ends.
     *
     * @param line the number that the coordinator's phone shows; empty if it is not the clinic's any more
     */
    public WebhookReply whisper(Optional<ClinicNumber> line, PlanPosition place) {
        return whispers.of(new Whisper(label(line), place));
    }

    static String label(Optional<ClinicNumber> line) {
        return line.map(ClinicNumber::label).orElse("the clinic");
    }

    /** Without {@code answerOnBridge} the caller hears nothing while the coordinator hears the whisper. */
    private WebhookReply rendered(Ring ring) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        String place = ring.place().text();
        switch (ring.before()) {
            case GREETING ->
                document.gather(menu.asking(
                        ring.spoken(), MenuPoint.Fixed.GREETING, words.greeting(ring.dialled(), ring.spoken())));
            case HOLD ->
                document.gather(
                        menu.asking(ring.spoken(), new MenuPoint.NextRing(ring.place()), words.hold(ring.spoken())));
            case NOT_RECORDED ->
                document.gather(menu.asking(
                        ring.spoken(), new MenuPoint.NextRing(ring.place()), words.notRecorded(ring.spoken())));
            case NOTHING -> {}
        }
        Number phone = new Number.Builder(ring.phone()).url(WHISPER + place).build();
        Dial.Builder dial = new Dial.Builder()
                .action(ENDED + ring.spoken().text() + "/" + place)
                .answerOnBridge(true)
                .callerId(ring.dialled().number())
                .timeout(rules.ringSeconds())
                .timeLimit(Math.toIntExact(rules.longestTalk().toSeconds()))
                .number(phone);
        talks.recordIn(dial, ring.place());
        return WebhookReply.of(document.dial(dial.build()).build());
    }

    /** One key; silence is told too, so that the leg ends by our word and not by the document's end, which would connect it. */
    static Gather.Builder key(CallPlan rules, String action) {
        return new Gather.Builder()
                .inputs(Gather.Input.DTMF)
                .numDigits(1)
                .timeout(rules.keySeconds())
                .actionOnEmptyResult(true)
                .action(action);
    }

    private WebhookReply rendered(Whisper whisper) {
        Gather key = key(rules, KEY + whisper.place().text())
                .say(VoiceLanguage.ENGLISH.say(WHISPERED.formatted(whisper.line())))
                .build();
        return WebhookReply.ending(new VoiceResponse.Builder().gather(key));
    }

    /** The longest that callers of these numbers are spoken to before a phone rings, in both languages. */
    Duration longestGreeting(Collection<ClinicNumber> numbers) {
        return longest(numbers.stream()
                        .map(number -> words.greeting(number, SpokenLanguages.of(number)))
                        .toList())
                .multipliedBy(2)
                .plus(talks.on() ? longestRefusal() : Duration.ZERO);
    }

    private Duration longestRefusal() {
        return longest(List.of(words.notRecorded(SpokenLanguages.ENGLISH), words.notRecorded(SpokenLanguages.SPANISH)));
    }

    /** The longest before each of the next rings. */
    Duration longestHold() {
        return longest(List.of(words.hold(SpokenLanguages.ENGLISH), words.hold(SpokenLanguages.SPANISH)));
    }

    private static Duration longest(List<List<SpokenText>> menus) {
        return menus.stream()
                .map(SpokenText::atMost)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(KeyMenu.longestReply());
    }

    static Duration longestWhisper(Collection<ClinicNumber> numbers) {
        return numbers.stream()
                .map(number -> Sentence.atMost(WHISPERED.formatted(number.label())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
