package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Sentences one after the other. */
record SpokenText(VoiceLanguage language, List<Sentence> sentences) {

    static SpokenText of(VoiceLanguage language, String... sentences) {
        return new SpokenText(
                language, Arrays.stream(sentences).map(Sentence::of).toList());
    }

    void sayIn(VoiceResponse.Builder document) {
        sentences.forEach(sentence -> sentence.in(document, language));
    }

    void sayIn(Gather.Builder menu) {
        sentences.forEach(sentence -> sentence.in(menu, language));
    }

    /** This and then that, by the same voice. */
    SpokenText and(SpokenText more) {
        return new SpokenText(
                language,
                Stream.concat(sentences.stream(), more.sentences.stream()).toList());
    }

    /** The same, with what is recorded played. */
    SpokenText by(PromptSounds sounds) {
        return new SpokenText(
                language,
                sentences.stream().map(sentence -> sentence.by(sounds)).toList());
    }

    /** How long it lasts at most. */
    Duration atMost() {
        return sentences.stream().map(Sentence::atMost).reduce(Duration.ZERO, Duration::plus);
    }

    /** All of these, one after the other. */
    static Duration atMost(Collection<SpokenText> all) {
        return all.stream().map(SpokenText::atMost).reduce(Duration.ZERO, Duration::plus);
    }
}
