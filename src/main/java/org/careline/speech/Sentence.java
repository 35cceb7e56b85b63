package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A sentence, said by the carrier's voice or played as the clinic recorded it.
 *
 * @param text what it says; empty for a sound without words
 * @param sound its recording; null if there is none
 */
record Sentence(String text, @Nullable PromptSound sound) {

    /**
     * Two thirds of the pace of a slow speaker: 150 words of six letters with their spaces are 15 characters a second. No
     * voice of Twilio's is slower.
     */
    private static final int CHARACTERS_A_SECOND = 10;

    static Sentence of(String text) {
        return new Sentence(text, null);
    }

    /** The same, played if there is a recording of it. */
    Sentence by(PromptSounds sounds) {
        return new Sentence(text, sounds.of(text).orElse(sound));
    }

    void in(VoiceResponse.Builder document, VoiceLanguage language) {
        if (sound == null) {
            document.say(language.say(text));
        } else {
            document.play(sound.play());
        }
    }

    void in(Gather.Builder menu, VoiceLanguage language) {
        if (sound == null) {
            menu.say(language.say(text));
        } else {
            menu.play(sound.play());
        }
    }

    /** How long it lasts at most; a pause behind a sentence is counted in. */
    Duration atMost() {
        return sound == null ? atMost(text) : sound.length();
    }

    static Duration atMost(String sentence) {
        return Duration.ofSeconds(sentence.length() / CHARACTERS_A_SECOND + 2L);
    }
}
