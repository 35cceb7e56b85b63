package org.careline.speech;

import com.twilio.twiml.voice.Gather;
import java.time.Duration;
import java.util.List;
import org.careline.safety.PhraseScan;

/**
 * Words during which a caller can press a key or say that they are in danger. Whoever does neither goes on in the document
 * that it stands in: no request is made, so a failure of ours cannot hold them up.
 */
public final class KeyMenu {

    /** What the key leads to. */
    public static final String KEYS = "/twilio/voice/menu/";

    /** Seconds that a key may come after the words. */
    private static final int PAUSE = 2;

    /** Seconds after which nobody is listened to any more; a menu is no place to tell a story. */
    private static final int LONGEST_SPEECH = 8;

    private final PhraseScan phrases;

    KeyMenu(PhraseScan phrases) {
        this.phrases = phrases;
    }

    /** Lets a caller who waits press a key, in words and in the silence after them. */
    Gather listening(SpokenLanguages spoken, String action, List<SpokenText> words, int seconds) {
        return gather(spoken, action, words, seconds);
    }

    /** The profanity filter would mask words that tell of danger (Twilio, "Gather: profanityFilter"). */
    Gather asking(SpokenLanguages spoken, MenuPoint node, List<SpokenText> words) {
        return gather(spoken, KEYS + spoken.text() + "/" + node.text(), words, PAUSE);
    }

    private Gather gather(SpokenLanguages spoken, String action, List<SpokenText> words, int seconds) {
        VoiceLanguage first = spoken.languages().get(0);
        Gather.Builder gather = new Gather.Builder()
                .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                .numDigits(1)
                .timeout(seconds)
                .speechTimeout(String.valueOf(PAUSE))
                .maxSpeechTime(LONGEST_SPEECH)
                .profanityFilter(false)
                .language(first.understood)
                .hints(String.join(", ", phrases.expected(first.tag)))
                .action(action);
        words.forEach(speech -> speech.sayIn(gather));
        return gather.build();
    }

    /** How long the caller is waited for after the words, at most. */
    static Duration longestReply() {
        return Duration.ofSeconds(PAUSE + LONGEST_SPEECH + PAUSE);
    }
}
