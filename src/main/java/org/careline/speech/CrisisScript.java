package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
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
    private final Rendered<Line> lines = new Rendered<>(this::rendered);
    private final Rendered<Spoken> failures = new Rendered<>(this::failed);

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
    private record Line(Spoken spoken, Which which, Optional<PhoneNumber> shown) {}

    CrisisScript(CallerWords words, CrisisLines crisis) {
        this.words = words;
        this.crisis = crisis;
    }

    /** @param shown the clinic's number, to be shown for a caller who withholds theirs */
    public Reply dial(Spoken spoken, Which which, Optional<PhoneNumber> shown) {
        return lines.of(new Line(spoken, which, shown));
    }

    /** Says what to dial, and ends the call: nothing is left that we could do. */
    public Reply failed(Spoken spoken, boolean again) {
        return again ? failures.of(spoken) : RingScript.HANG_UP;
    }

    private Reply rendered(Line line) {
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
        return Reply.of(document.dial(dial.build()).build());
    }

    private Reply failed(Spoken spoken) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        words.crisisFailed(spoken).forEach(speech -> speech.sayIn(document));
        return Reply.of(document.hangup(new Hangup.Builder().build()).build());
    }

    /** How long it can take until the line is there, or we have said that it is not. */
    Duration longest() {
        Duration ring = Duration.ofSeconds(RING).plus(CallPlan.TWILIO_ADDS);
        return Arrays.stream(Spoken.values())
                .filter(spoken -> spoken != Spoken.EVERY)
                .map(spoken ->
                        Speech.atMost(words.crisisConnecting(spoken)).plus(Speech.atMost(words.crisisFailed(spoken))))
                .max(Duration::compareTo)
                .orElseThrow()
                .plus(ring.multipliedBy(Which.values().length));
    }
}
