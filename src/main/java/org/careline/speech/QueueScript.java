package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers.ClinicNumber;

/**
 * What is said around the waiting line. Each caller waits in a queue of their own, named as their call is, so that it cannot
 * give them to anybody but those whom we rang for them; while they wait, the carrier asks again each time that a document is
 * over. A queue's documents may only say, gather, redirect and leave (Twilio, "Enqueue: waitUrl").
 */
public final class QueueScript {

    /** Asked while a caller waits. */
    public static final String WAIT = "/twilio/voice/wait/";

    /** A key of a caller who waits. */
    public static final String KEYS = "/twilio/voice/waiting/";

    /** The action of the queue: the caller has left it, or the talk is over. */
    public static final String LEFT = "/twilio/voice/line/";

    /** Below it everything that the legs to coordinators ask. */
    static final String LEG = "/twilio/voice/leg/";

    public static final String ANSWERED = LEG + "answered/";
    public static final String KEY = LEG + "key/";
    public static final String CONNECTING = LEG + "connecting/";
    public static final String ENDED = LEG + "ended/";
    public static final String STATUS = LEG + "status/";
    public static final String RECORDED = LEG + "recorded/";

    /** Takes a caller out of their queue; its action says what comes next. */
    public static final WebhookReply LEAVE = WebhookReply.of(
            new VoiceResponse.Builder().leave(new Leave.Builder().build()).build());

    /** Seconds that a caller is listened to in silence before the carrier asks again. */
    public static final int BREATH = 8;

    /** Stands where a plan has nobody to dial. */
    private static final String NOBODY = "-";

    private static final int CONNECTS_WITHIN = 10;
    private static final String WHISPER = "Call for %s.";
    private static final String WHISPER_BACK = "%s: somebody waits to be called back.";
    private static final String WHISPER_KEY = "Press 1 to accept.";
    private static final String TAKEN = "The caller is taken or gone. Goodbye.";
    private static final String CALLING = "One moment. We call them now.";

    private final CallerWords words;
    private final KeyMenu menu;
    private final CallPlan rules;
    private final TalkRecording talks;
    private final TwimlCache<Queueing> queues = new TwimlCache<>(this::rendered);
    private final TwimlCache<Waiting> waits = new TwimlCache<>(this::rendered);

    /** A queue to be entered; its name stands in each call's own document. */
    private record Queueing(
            ClinicNumber dialled, SpokenLanguages spoken, Optional<PlanPosition> place, Before before) {}

    /** What somebody hears who waits. */
    private record Waiting(SpokenLanguages spoken, Optional<PlanPosition> place, Said said, int number, int minutes) {

        Waiting(SpokenLanguages spoken, Optional<PlanPosition> place, Said said) {
            this(spoken, place, said, 0, 0);
        }
    }

    private enum Said {
        FIRST,
        NUMBER,
        NOT_RECORDED,
        NOTHING
    }

    QueueScript(CallerWords words, KeyMenu menu, CallPlan rules, TalkRecording talks) {
        this.words = words;
        this.menu = menu;
        this.rules = rules;
        this.talks = talks;
    }

    /**
     * Lets a caller wait after these words. Talks are recorded with whoever has heard the greeting to its end.
     *
     * @param place where their plan begins; empty if it has nobody to dial
     * @param queue the name of their own
     */
    public WebhookReply queue(
            ClinicNumber dialled, SpokenLanguages spoken, Optional<PlanPosition> place, Before before, String queue) {
        boolean recorded = before == Before.GREETING && talks.on();
        Optional<PlanPosition> reached = place.map(one -> one.recorded(recorded));
        return queues.of(new Queueing(dialled, spoken, reached, before)).naming(queue);
    }

    /** The first words to a caller who waits, or has chosen another language. */
    public WebhookReply first(SpokenLanguages spoken, Optional<PlanPosition> place) {
        return waits.of(new Waiting(spoken, place, Said.FIRST));
    }

    /** Silence, or the clinic's tone and silence, in which a key can be pressed. */
    public WebhookReply silence(SpokenLanguages spoken, Optional<PlanPosition> place) {
        return waits.of(new Waiting(spoken, place, Said.NOTHING));
    }

    /**
     * Says where in the line a caller is.
     *
     * @param minutes how long they will wait; 0 if that is not known
     */
    public WebhookReply number(SpokenLanguages spoken, Optional<PlanPosition> place, int number, int minutes) {
        return waits.of(new Waiting(spoken, place, Said.NUMBER, number, minutes));
    }

    /** Says to a caller who waits that they are not recorded. */
    public WebhookReply notRecorded(SpokenLanguages spoken, Optional<PlanPosition> place) {
        return waits.of(new Waiting(spoken, place, Said.NOT_RECORDED));
    }

    private WebhookReply rendered(Queueing queueing) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        String way = way(queueing.spoken(), queueing.place());
        switch (queueing.before()) {
            case GREETING ->
                document.gather(menu.asking(
                        queueing.spoken(),
                        MenuPoint.Fixed.GREETING,
                        words.greeting(queueing.dialled(), queueing.spoken())));
            case NOT_RECORDED ->
                document.gather(menu.asking(
                        queueing.spoken(), MenuPoint.Fixed.UNRECORDED, words.notRecorded(queueing.spoken())));
            case HOLD, NOTHING -> {}
        }
        return WebhookReply.of(document.enqueue(new Enqueue.Builder()
                        .action(LEFT + way)
                        .waitUrl(WAIT + way)
                        .name(WebhookReply.NAME)
                        .build())
                .build());
    }

    private WebhookReply rendered(Waiting waiting) {
        SpokenLanguages spoken = waiting.spoken();
        Gather listening = menu.listening(spoken, KEYS + way(spoken, waiting.place()), said(waiting), BREATH);
        return WebhookReply.of(new VoiceResponse.Builder().gather(listening).build());
    }

    private static String way(SpokenLanguages spoken, Optional<PlanPosition> place) {
        return spoken.text() + "/" + place.map(PlanPosition::text).orElse(NOBODY);
    }

    private List<SpokenText> said(Waiting waiting) {
        return switch (waiting.said()) {
            case FIRST -> words.waiting(waiting.spoken());
            case NUMBER -> words.number(waiting.spoken(), waiting.number(), waiting.minutes());
            case NOT_RECORDED -> words.notRecorded(waiting.spoken());
            case NOTHING -> words.meanwhile(waiting.spoken());
        };
    }

    /**
     * Says whose line it is, not who waits; without a 1 the leg ends.
     *
     * @param dialled the number that the phone shows; empty if it is not the clinic's any more
     * @param back whether somebody is to be called back, and does not wait in line
     */
    public WebhookReply whisper(Optional<ClinicNumber> dialled, boolean back, LegAddress leg) {
        Gather key = DialScript.key(rules, KEY + leg.text())
                .say(VoiceLanguage.ENGLISH.say((back ? WHISPER_BACK : WHISPER).formatted(DialScript.label(dialled))))
                .say(VoiceLanguage.ENGLISH.say(WHISPER_KEY))
                .build();
        return WebhookReply.ending(new VoiceResponse.Builder().gather(key));
    }

    /** There is nobody left for whoever pressed 1. */
    public static WebhookReply taken() {
        return WebhookReply.ending(new VoiceResponse.Builder().say(VoiceLanguage.ENGLISH.say(TAKEN)));
    }

    /**
     * Connects a coordinator's leg with whoever waits in this queue.
     *
     * @param recorded whether they have heard that talks are recorded, and have not declined
     */
    public WebhookReply connect(LegAddress leg, boolean recorded) {
        Queue queue =
                new Queue.Builder(leg.queue()).url(CONNECTING + leg.text()).build();
        Dial.Builder dial = dial(leg, CONNECTS_WITHIN).queue(queue);
        talks.recordIn(dial, recorded, RECORDED + leg.text());
        return WebhookReply.of(new VoiceResponse.Builder().dial(dial.build()).build());
    }

    /** Calls the person back from the clinic's number, while the coordinator waits. */
    public WebhookReply callBack(LegAddress leg, PhoneNumber dialled, PhoneNumber phone) {
        Number number =
                new Number.Builder(phone.e164()).url(CONNECTING + leg.text()).build();
        return WebhookReply.of(new VoiceResponse.Builder()
                .say(VoiceLanguage.ENGLISH.say(CALLING))
                .dial(dial(leg, rules.ringSeconds())
                        .callerId(dialled.e164())
                        .number(number)
                        .build())
                .build());
    }

    private Dial.Builder dial(LegAddress leg, int timeout) {
        return new Dial.Builder()
                .action(ENDED + leg.text())
                .timeout(timeout)
                .timeLimit(Math.toIntExact(rules.longestTalk().toSeconds()));
    }

    /** The longest that one document keeps a caller who waits. */
    public Duration longestDocument() {
        return List.of(SpokenLanguages.ENGLISH, SpokenLanguages.SPANISH).stream()
                .flatMap(spoken -> List.of(words.waiting(spoken), words.number(spoken, 88, 88)).stream())
                .map(SpokenText::atMost)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plusSeconds(BREATH)
                .plus(KeyMenu.longestReply());
    }

    public static Duration longestWhisper(List<ClinicNumber> numbers) {
        return numbers.stream()
                .map(number ->
                        Sentence.atMost(WHISPER_BACK.formatted(number.label())).plus(Sentence.atMost(WHISPER_KEY)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
