package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Sentences one after the other. */
record Speech(Tongue tongue, List<Utterance> utterances) {

    static Speech of(Tongue tongue, String... sentences) {
        return new Speech(tongue, Arrays.stream(sentences).map(Utterance::of).toList());
    }

    void sayIn(VoiceResponse.Builder document) {
        utterances.forEach(utterance -> utterance.in(document, tongue));
    }

    void sayIn(Gather.Builder menu) {
        utterances.forEach(utterance -> utterance.in(menu, tongue));
    }

    /** This and then that, by the same voice. */
    Speech and(Speech more) {
        return new Speech(
                tongue,
                Stream.concat(utterances.stream(), more.utterances.stream()).toList());
    }

    /** The same, with what is recorded played. */
    Speech by(PromptSounds sounds) {
        return new Speech(
                tongue,
                utterances.stream().map(utterance -> utterance.by(sounds)).toList());
    }

    /** How long it lasts at most. */
    Duration atMost() {
        return utterances.stream().map(Utterance::atMost).reduce(Duration.ZERO, Duration::plus);
    }

    /** All of these, one after the other. */
    static Duration atMost(Collection<Speech> all) {
        return all.stream().map(Speech::atMost).reduce(Duration.ZERO, Duration::plus);
    }
}
