package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceScriptTests {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>";
    private static final String RECORD =
            "<Record action=\"/twilio/voice/voicemail\" maxLength=\"300\" playBeep=\"true\""
                    + " recordingStatusCallback=\"/twilio/voice/recording\""
                    + " timeout=\"10\"/>";
    private static final String ENGLISH_INVITATION = "<Say language=\"en-US\">Nobody can take your call at this moment."
            + " After the tone, please leave your name, your number and a good time to call you back. Hang up when you"
            + " are done.</Say>";
    private static final String ENGLISH_SILENCE =
            "<Say language=\"en-US\">We did not hear a message. You can call again" + " at any time. Goodbye.</Say>";
    private static final String SPANISH_INVITATION = "<Say language=\"es-US\">En este momento nadie puede contestar su"
            + " llamada. Después del tono, por favor deje su nombre, su número y una buena hora para llamarle. Cuelgue"
            + " cuando termine.</Say>";
    private static final String SPANISH_SILENCE =
            "<Say language=\"es-US\">No escuchamos ningún mensaje. Puede llamar de"
                    + " nuevo a cualquier hora. Adiós.</Say>";

    private final VoiceScript script = Clinic.script();

    static Stream<Reply> everyDocument() {
        VoiceScript script = Clinic.script();
        return Stream.of(Clinic.NUMBER, Clinic.SPANISH_NUMBER, "+18445550199")
                .flatMap(number -> Stream.of(script.greeting(number), script.farewell(number)));
    }

    @Test
    void clinicNumberGreetsInItsOwnWords() {
        assertThat(script.greeting(Clinic.NUMBER).twiml())
                .isEqualTo(HEAD + say("en-US", "Thank you for calling Harbor Light.") + say("en-US", Clinic.CRISIS)
                        + ENGLISH_INVITATION + RECORD + ENGLISH_SILENCE + "<Hangup/></Response>");
    }

    @Test
    void spanishNumberSpeaksSpanish() {
        assertThat(script.greeting(Clinic.SPANISH_NUMBER).twiml())
                .isEqualTo(HEAD + say("es-US", "Gracias por llamar.") + say("es-US", Clinic.CRISIS_IN_SPANISH)
                        + SPANISH_INVITATION + RECORD + SPANISH_SILENCE + "<Hangup/></Response>");
    }

    @Test
    void unknownNumberIsPoliteInEveryLanguage() {
        assertThat(script.greeting("+18445550199").twiml())
                .isEqualTo(HEAD + say("en-US", "Thank you for calling.") + say("en-US", Clinic.CRISIS)
                        + ENGLISH_INVITATION + say("es-US", "Gracias por llamar.")
                        + say("es-US", Clinic.CRISIS_IN_SPANISH) + SPANISH_INVITATION + RECORD + ENGLISH_SILENCE
                        + SPANISH_SILENCE + "<Hangup/></Response>");
    }

    @Test
    void aMessageIsThankedForAndTheCallEnds() {
        assertThat(script.farewell(Clinic.NUMBER).twiml())
                .isEqualTo(HEAD + say("en-US", "Thank you. We have your message.") + say("en-US", Clinic.CRISIS)
                        + say("en-US", "Goodbye.") + "<Hangup/></Response>");
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    void everyDocumentPassesTwiliosStrictParser(Reply reply) throws TwiMLException {
        VoiceResponse parsed = VoiceResponse.Builder.fromXml(reply.twiml()).build();

        assertThat(parsed.toXml()).isEqualTo(reply.twiml());
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    void everyDocumentCarriesTheCrisisSentenceAndNothingPersonal(Reply reply) {
        assertThat(reply.twiml()).contains("988").contains("911").endsWith("<Hangup/></Response>");
        assertThat(reply.twiml()).doesNotContain("+1").doesNotContain("http");
    }

    @Test
    void attributionNamesTheNumberAndItsSource() {
        assertThat(script.attribution(Clinic.NUMBER)).isEqualTo(Map.of("number", Clinic.NUMBER, "source", "website"));
        assertThat(script.attribution(Clinic.SPANISH_NUMBER)).isEqualTo(Map.of("number", Clinic.SPANISH_NUMBER));
        assertThat(script.attribution("+18445550199")).isEqualTo(Map.of("number", "+18445550199"));
    }

    private static String say(String language, String text) {
        return "<Say language=\"" + language + "\">" + text + "</Say>";
    }
}
