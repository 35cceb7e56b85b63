package org.careline.telephony;

import com.twilio.twiml.voice.Say;
import java.util.Arrays;

/** A language that our own words on the phone exist in. */
enum Tongue {
    ENGLISH(
            "en",
            Say.Language.EN_US,
            "Thank you for calling.",
            "Nobody can take your call at this moment. After the tone, please leave your name, your number and a good"
                    + " time to call you back. Hang up when you are done.",
            "Thank you. We have your message.",
            "We did not hear a message. You can call again at any time. Goodbye.",
            "Goodbye."),
    SPANISH(
            "es",
            Say.Language.ES_US,
            "Gracias por llamar.",
            "En este momento nadie puede contestar su llamada. Después del tono, por favor deje su nombre, su número y"
                    + " una buena hora para llamarle. Cuelgue cuando termine.",
            "Gracias. Tenemos su mensaje.",
            "No escuchamos ningún mensaje. Puede llamar de nuevo a cualquier hora. Adiós.",
            "Adiós.");

    private final String tag;
    private final Say.Language spoken;
    final String greeting;
    final String invitation;
    final String thanks;
    final String silence;
    final String farewell;

    Tongue(
            String tag,
            Say.Language spoken,
            String greeting,
            String invitation,
            String thanks,
            String silence,
            String farewell) {
        this.tag = tag;
        this.spoken = spoken;
        this.greeting = greeting;
        this.invitation = invitation;
        this.thanks = thanks;
        this.silence = silence;
        this.farewell = farewell;
    }

    /** The tongue of a BCP 47 tag, by its first part; English for a language that we have no words in. */
    static Tongue of(String language) {
        String primary = language.split("-", 2)[0];
        return Arrays.stream(values())
                .filter(tongue -> tongue.tag.equalsIgnoreCase(primary))
                .findFirst()
                .orElse(ENGLISH);
    }

    String tag() {
        return tag;
    }

    Say say(String text) {
        return new Say.Builder(text).language(spoken).build();
    }
}
