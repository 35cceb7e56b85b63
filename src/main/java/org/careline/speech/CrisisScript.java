package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.routing.CallPlan;
import org.careline.safety.CrisisLines;

/**
 * Connects a caller with the crisis line. They keep their own number on that leg, by which the line finds who is near them;
 * it is never recorded and never cut off. The short number first, then the long one, for carriers that cannot dial it.
 */
public final class CrisisScript {

    /** The action of the dial: whether they were connected. */
    public static final String ENDED = "/twilio/voice/crisis/";

    /** Seconds of ringing. */
    private static final int RING = 20;

    private final CallerWords words;
    private final CrisisLines crisis;
    private final TwimlCache<Line> lines = new TwimlCache<>(this::rendered);
    private final TwimlCache<SpokenLanguages> failures = new TwimlCache<>(this::failed);

    /** Which number of the line is dialled. */
    public enum Which {
        SHORT,
        LONG;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The number that stands in an address; empty for anything else. */
        public static Optional<Which> read(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst();
        }
    }

    /** @param shown the number that the line sees, for a caller who withholds theirs; empty for the caller's own */
    private record Line(SpokenLanguages spoken, Which which, Optional<PhoneNumber> shown) {}

    CrisisScript(CallerWords words, CrisisLines crisis) {
        this.words = words;
        this.crisis = crisis;
    }

    /** @param shown the clinic's number, to be shown for a caller who withholds theirs */
    public WebhookReply dial(SpokenLanguages spoken, Which which, Optional<PhoneNumber> shown) {
        return lines.of(new Line(spoken, which, shown));
    }

    /** Says what to dial, and ends the call: nothing is left that we could do. */
    public WebhookReply failed(SpokenLanguages spoken, boolean again) {
        return again ? failures.of(spoken) : DialScript.HANG_UP;
    }

    private WebhookReply rendered(Line line) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        if (line.which() == Which.SHORT) {
            words.crisisConnecting(line.spoken()).forEach(speech -> speech.sayIn(document));
        }
        String number = line.which() == Which.SHORT ? crisis.line() : crisis.fallback();
        Dial.Builder dial = new Dial.Builder()
                .action(ENDED + line.spoken().text() + "/" + line.which().text())
                .answerOnBridge(true)
                .timeout(RING)
                .number(new Number.Builder(number).build());
        line.shown().map(PhoneNumber::e164).ifPresent(dial::callerId);
        return WebhookReply.of(document.dial(dial.build()).build());
    }

    private WebhookReply failed(SpokenLanguages spoken) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        words.crisisFailed(spoken).forEach(speech -> speech.sayIn(document));
        return WebhookReply.ending(document);
    }

    /** How long it can take until the line is there, or we have said that it is not. */
    Duration longest() {
        Duration ring = Duration.ofSeconds(RING).plus(CallPlan.TWILIO_ADDS);
        return Arrays.stream(SpokenLanguages.values())
                .filter(spoken -> spoken != SpokenLanguages.EVERY)
                .map(spoken -> SpokenText.atMost(words.crisisConnecting(spoken))
                        .plus(SpokenText.atMost(words.crisisFailed(spoken))))
                .max(Duration::compareTo)
                .orElseThrow()
                .plus(ring.multipliedBy(Which.values().length));
    }
}
