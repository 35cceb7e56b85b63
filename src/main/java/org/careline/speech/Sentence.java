package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import java.time.Duration;
import java.util.Optional;

/**
 * A sentence, said by the carrier's voice or played as the clinic recorded it.
 *
 * @param text what it says; empty for a sound without words
 * @param sound its recording, if there is one
 */
record Sentence(String text, Optional<PromptSound> sound) {

    /**
     * Two thirds of the pace of a slow speaker: 150 words of six letters with their spaces are 15 characters a second. No
     * voice of Twilio's is slower.
     */
    private static final int CHARACTERS_A_SECOND = 10;

    static Sentence of(String text) {
        return new Sentence(text, Optional.empty());
    }

    /** The same, played if there is a recording of it. */
    Sentence by(PromptSounds sounds) {
        return new Sentence(text, sounds.of(text).or(() -> sound));
    }

    void in(VoiceResponse.Builder document, VoiceLanguage language) {
        sound.ifPresentOrElse(played -> document.play(played.play()), () -> document.say(language.say(text)));
    }

    void in(Gather.Builder menu, VoiceLanguage language) {
        sound.ifPresentOrElse(played -> menu.play(played.play()), () -> menu.say(language.say(text)));
    }

    /** How long it lasts at most; a pause behind a sentence is counted in. */
    Duration atMost() {
        return sound.map(PromptSound::length).orElseGet(() -> atMost(text));
    }

    static Duration atMost(String sentence) {
        return Duration.ofSeconds(sentence.length() / CHARACTERS_A_SECOND + 2L);
    }
}
