package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.consent.CallPromise;

/** What a caller hears who asks to be called back. */
public final class CallBackScript {

    /** The number that was entered. */
    public static final String ENTERED = "/twilio/voice/number/";

    /** How many numbers a caller can enter. */
    public static final int MOST_NUMBERS = 2;

    /** Seconds between two digits. */
    private static final int PAUSE = 4;

    /** Digits of the longest number there is (ITU-T E.164). */
    private static final int LONGEST_NUMBER = 15;

    private final CallerWords words;
    private final KeyMenu menu;
    private final VoiceScript script;

    CallBackScript(CallerWords words, KeyMenu menu, VoiceScript script) {
        this.words = words;
        this.menu = menu;
        this.script = script;
    }

    /**
     * Promises it, and lets them change the number.
     *
     * @param entered how many they have entered
     * @param digits the number or its end; never kept
     * @param askedAt when they asked for it
     */
    public WebhookReply promised(
            SpokenLanguages spoken, int entered, String digits, CallPromise promise, Instant askedAt) {
        Gather change = menu.asking(
                spoken, new MenuPoint.CalledBack(entered), words.calledBack(spoken, digits, promise, askedAt));
        return WebhookReply.ending(new VoiceResponse.Builder().gather(change));
    }

    /**
     * Asks for a number. Silence is told too.
     *
     * @param entry which one it is, from 1
     * @param before what is wrong with the one before
     */
    public WebhookReply whichNumber(SpokenLanguages spoken, int entry, Wrong before) {
        Gather.Builder digits = new Gather.Builder()
                .inputs(Gather.Input.DTMF)
                .timeout(PAUSE)
                .numDigits(LONGEST_NUMBER)
                .actionOnEmptyResult(true)
                .action(ENTERED + spoken.text() + "/" + entry);
        words.whichNumber(spoken, before).forEach(speech -> speech.sayIn(digits));
        return WebhookReply.of(
                new VoiceResponse.Builder().gather(digits.build()).build());
    }

    /** Which number was asked for, as it stands in an address: the last one that can be, unless it says the first. */
    public static Optional<Integer> entry(String text) {
        return Optional.of(text.equals("1") ? 1 : MOST_NUMBERS);
    }

    /** Takes a message instead. */
    public WebhookReply instead(SpokenLanguages spoken) {
        return script.messageInstead(spoken);
    }

    /** How long it can take until it is promised, or a message is taken instead. */
    static Duration longest(CallerWords words) {
        return Stream.of(SpokenLanguages.ENGLISH, SpokenLanguages.SPANISH)
                .map(spoken -> longest(words, spoken))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration longest(CallerWords words, SpokenLanguages spoken) {
        Duration asked = Stream.of(Wrong.values())
                .map(before -> SpokenText.atMost(words.whichNumber(spoken, before)))
                .max(Duration::compareTo)
                .orElseThrow();
        Duration entry = asked.plusSeconds((long) PAUSE * LONGEST_NUMBER);
        Duration promise =
                longest(words.calledBack(spoken, "0".repeat(LONGEST_NUMBER), SpokenWhen.LONGEST, Instant.EPOCH));
        Duration instead = longest(words.messageInstead(spoken));
        return promise.plus(entry.plus(promise).multipliedBy(MOST_NUMBERS)).plus(instead);
    }

    private static Duration longest(List<SpokenText> said) {
        return SpokenText.atMost(said).plus(KeyMenu.longestReply());
    }
}
