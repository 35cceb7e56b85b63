package org.careline.speech;

import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Say;
import java.util.Arrays;
import org.careline.settings.LocalizedText;

/** A language that we speak and understand on the phone. */
public enum VoiceLanguage {
    ENGLISH("en", Say.Language.EN_US, Gather.Language.EN_US),
    SPANISH("es", Say.Language.ES_US, Gather.Language.ES_US);

    public final String tag;
    final Gather.Language understood;
    private final Say.Language spoken;

    VoiceLanguage(String tag, Say.Language spoken, Gather.Language understood) {
        this.tag = tag;
        this.spoken = spoken;
        this.understood = understood;
    }

    /** The tongue of a clinic number's language; English for one that we do not speak. */
    static VoiceLanguage of(String language) {
        return language.equals(SPANISH.tag) ? SPANISH : ENGLISH;
    }

    Say say(String text) {
        return new Say.Builder(text).language(spoken).build();
    }

    /** These words one after the other. */
    SpokenText saying(LocalizedText... words) {
        return SpokenText.of(
                this, Arrays.stream(words).map(each -> each.in(tag)).toArray(String[]::new));
    }
}
