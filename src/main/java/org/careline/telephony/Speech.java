package org.careline.telephony;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Sentences said one after the other. */
record Speech(Tongue tongue, List<String> sentences) {

    /**
     * Two thirds of the pace of a slow speaker: 150 words of six letters with their spaces are 15 characters a second. No
     * voice of Twilio's is slower.
     */
    private static final int CHARACTERS_A_SECOND = 10;

    static Speech of(Tongue tongue, String... sentences) {
        return new Speech(tongue, List.of(sentences));
    }

    void sayIn(VoiceResponse.Builder document) {
        sentences.forEach(sentence -> document.say(tongue.say(sentence)));
    }

    void sayIn(Gather.Builder menu) {
        sentences.forEach(sentence -> menu.say(tongue.say(sentence)));
    }

    /** This and then that, by the same voice. */
    Speech and(Speech more) {
        return new Speech(
                tongue,
                Stream.concat(sentences.stream(), more.sentences.stream()).toList());
    }

    /** How long it lasts at most; a pause behind each sentence is counted in. */
    Duration atMost() {
        return sentences.stream().map(Speech::atMost).reduce(Duration.ZERO, Duration::plus);
    }

    /** All of these, one after the other. */
    static Duration atMost(Collection<Speech> all) {
        return all.stream().map(Speech::atMost).reduce(Duration.ZERO, Duration::plus);
    }

    static Duration atMost(String sentence) {
        return Duration.ofSeconds(sentence.length() / CHARACTERS_A_SECOND + 2L);
    }
}
