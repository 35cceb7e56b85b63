package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.routing.CallPlan;
import org.careline.routing.Opening;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.CrisisLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceScriptTests {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>";
    private static final String END = "<Hangup/></Response>";
    private static final String RECORD =
            "<Record action=\"/twilio/voice/voicemail\" maxLength=\"300\" playBeep=\"true\""
                    + " recordingStatusCallback=\"/twilio/voice/recording\""
                    + " timeout=\"10\"/>";
    private static final String ENGLISH = """
            <Say language="en-US">%s</Say>\
            <Say language="en-US">Nobody is free.</Say>\
            <Say language="en-US">Nobody listens now. In a crisis dial 988 or 911.</Say>\
            <Say language="en-US">After the tone, please leave your name, your number and a good time to call you back. \
            Hang up when you are done.</Say>""";
    private static final String ENGLISH_SILENCE = """
            <Say language="en-US">We did not hear a message. You can call again at any time. Goodbye.</Say>""";
    private static final String SPANISH = """
            <Say language="es-US">%s</Say>\
            <Say language="es-US">Nadie está libre.</Say>\
            <Say language="es-US">Nadie escucha. En una crisis marque 988 o 911.</Say>\
            <Say language="es-US">Después del tono, por favor deje su nombre, su número y una buena hora para llamarle. \
            Cuelgue cuando termine.</Say>""";
    private static final String SPANISH_SILENCE = """
            <Say language="es-US">No escuchamos ningún mensaje. Puede llamar de nuevo a cualquier hora. Adiós.</Say>""";

    private static final Opening CLOSED = new Opening(Opening.State.CLOSED, "");
    private static final Opening HOLIDAY = new Opening(Opening.State.HOLIDAY, Clinic.HOLIDAY);

    private final VoiceScript script = Clinic.script();

    static Stream<Reply> everyDocument() {
        VoiceScript script = Clinic.script();
        return Stream.of(Clinic.NUMBER, Clinic.SPANISH_NUMBER, Clinic.UNKNOWN_NUMBER)
                .flatMap(number -> Stream.of(
                        script.greeting(number),
                        script.greeting(number, CLOSED),
                        script.greeting(number, HOLIDAY),
                        script.nobodyCame(number),
                        script.farewell(number)));
    }

    @Test
    void clinicNumberGreetsInItsOwnWords() {
        assertThat(script.greeting(Clinic.NUMBER).twiml())
                .isEqualTo(HEAD
                        + ENGLISH.formatted("Thank you for calling Harbor Light.")
                        + RECORD
                        + ENGLISH_SILENCE
                        + END);
    }

    @Test
    void spanishNumberSpeaksSpanish() {
        assertThat(script.greeting(Clinic.SPANISH_NUMBER).twiml())
                .isEqualTo(HEAD
                        + SPANISH.formatted("Gracias por llamar a Harbor Light.")
                        + RECORD
                        + SPANISH_SILENCE
                        + END);
    }

    @Test
    void unknownNumberIsPoliteInEveryLanguage() {
        assertThat(script.greeting(Clinic.UNKNOWN_NUMBER).twiml())
                .isEqualTo(HEAD
                        + ENGLISH.formatted("Thank you for calling.")
                        + SPANISH.formatted("Gracias por llamar.")
                        + RECORD
                        + ENGLISH_SILENCE
                        + SPANISH_SILENCE
                        + END);
    }

    @Test
    void theOpeningIsSaidInItsWords() {
        String nobody = script.greeting(Clinic.NUMBER).twiml();

        assertThat(script.greeting(Clinic.NUMBER, new Opening(Opening.State.OPEN, ""))
                        .twiml())
                .isEqualTo(nobody);
        assertThat(script.greeting(Clinic.NUMBER, CLOSED).twiml())
                .isEqualTo(nobody.replace("Nobody is free.", "We are closed."));
        assertThat(script.greeting(Clinic.NUMBER, HOLIDAY).twiml())
                .isEqualTo(nobody.replace("Nobody is free.", "We are closed for Founders' Day."));
        assertThat(script.greeting(Clinic.NUMBER, new Opening(Opening.State.HOLIDAY, "unheard of")))
                .isEqualTo(script.greeting(Clinic.NUMBER, CLOSED));
    }

    @Test
    void whoWasGreetedIsNotGreetedAgain() {
        String greeting = "<Say language=\"en-US\">Thank you for calling Harbor Light.</Say>";

        assertThat(script.nobodyCame(Clinic.NUMBER).twiml())
                .isEqualTo(script.greeting(Clinic.NUMBER).twiml().replace(greeting, ""));
    }

    @Test
    void aMessageIsThankedForAndTheCallEnds() {
        assertThat(script.farewell(Clinic.NUMBER).twiml()).isEqualTo(HEAD + """
                <Say language="en-US">Thank you. We have your message.</Say>\
                <Say language="en-US">In a crisis dial 988 or 911.</Say>\
                <Say language="en-US">Goodbye.</Say>""" + END);
        assertThat(script.farewell(Clinic.SPANISH_NUMBER).twiml()).isEqualTo(HEAD + """
                <Say language="es-US">Gracias. Tenemos su mensaje.</Say>\
                <Say language="es-US">En una crisis marque 988 o 911.</Say>\
                <Say language="es-US">Adiós.</Say>""" + END);
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
    void shippedClinicSpeaksToo() {
        ClinicFiles shipped = ClinicFiles.shipped();
        VoiceScript clinic = new VoiceScript(
                shipped.read("numbers", ClinicNumbers.class),
                shipped.read("crisis", CrisisLines.class),
                shipped.read("call-plan", CallPlan.class),
                List.of());

        assertThat(clinic.greeting(Clinic.NUMBER).twiml())
                .contains("Harbor Light Clinic")
                .isNotEqualTo(clinic.greeting("").twiml());
    }

    @Test
    void attributionNamesAClinicNumberAndItsSource() {
        assertThat(script.attribution(Clinic.NUMBER)).isEqualTo(Map.of("number", Clinic.NUMBER, "source", "website"));
        assertThat(script.attribution(Clinic.UNKNOWN_NUMBER)).isEmpty();
    }
}
