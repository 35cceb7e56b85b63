package org.careline.telephony;

import com.twilio.twiml.voice.Say;

/** A language that we speak on the phone, with our own words in it; the clinic's and the crisis words are settings. */
enum Tongue {
    ENGLISH(
            "en",
            Say.Language.EN_US,
            "Thank you for calling.",
            "After the tone, please leave your name, your number and a good time to call you back. Hang up when you are"
                    + " done.",
            "We did not hear a message. You can call again at any time. Goodbye.",
            "Thank you. We have your message.",
            "Goodbye."),
    SPANISH(
            "es",
            Say.Language.ES_US,
            "Gracias por llamar.",
            "Después del tono, por favor deje su nombre, su número y una buena hora para llamarle. Cuelgue cuando"
                    + " termine.",
            "No escuchamos ningún mensaje. Puede llamar de nuevo a cualquier hora. Adiós.",
            "Gracias. Tenemos su mensaje.",
            "Adiós.");

    final String tag;
    final String greeting;
    final String invitation;
    final String silence;
    final String thanks;
    final String farewell;
    private final Say.Language spoken;

    Tongue(
            String tag,
            Say.Language spoken,
            String greeting,
            String invitation,
            String silence,
            String thanks,
            String farewell) {
        this.tag = tag;
        this.spoken = spoken;
        this.greeting = greeting;
        this.invitation = invitation;
        this.silence = silence;
        this.thanks = thanks;
        this.farewell = farewell;
    }

    /** The tongue of a clinic number's language; English for one that we do not speak. */
    static Tongue of(String language) {
        return language.equals(SPANISH.tag) ? SPANISH : ENGLISH;
    }

    Say say(String text) {
        return new Say.Builder(text).language(spoken).build();
    }
}
