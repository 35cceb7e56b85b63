package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.CallPlan;
import org.careline.routing.Opening;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceScriptTests {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>";
    private static final String END = "<Hangup/></Response>";
    private static final String ENGLISH_TONE = """
             <Record action="/twilio/voice/voicemail/en" maxLength="180" playBeep="true"\
              recordingStatusCallback="/twilio/voice/recording" timeout="10"/>\
             """ + menu("en/goodbye", "en") + """
             <Say language="en-US">No message.</Say>\
             <Say language="en-US">In a crisis dial 988 or 911.</Say>\
             <Say language="en-US">Or press 9.</Say>\
             <Say language="es-US">Para español presione 2.</Say></Gather>\
             """;

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
                        script.atTheTone(Spoken.SPANISH),
                        script.farewell(number)));
    }

    @Test
    void clinicNumberGreetsInItsOwnWords() {
        assertThat(script.greeting(Clinic.NUMBER).twiml())
                .isEqualTo(HEAD + menu("en/message", "en") + """
                    <Say language="en-US">Thank you for calling Harbor Light.</Say>\
                    <Say language="en-US">Nobody is free.</Say>\
                    <Say language="en-US">Nobody listens now. In a crisis dial 988 or 911.</Say>\
                    <Say language="en-US">Or press 9.</Say>\
                    <Say language="en-US">Press 1 to be called back.</Say>\
                    <Say language="en-US">Leave a message.</Say>\
                    <Say language="es-US">Para español presione 2.</Say></Gather>\
                    """ + ENGLISH_TONE + END);
    }

    @Test
    void spanishNumberSpeaksSpanish() {
        assertThat(script.greeting(Clinic.SPANISH_NUMBER).twiml())
                .startsWith(HEAD + menu("es/message", "es") + """
                    <Say language="es-US">Gracias por llamar a Harbor Light.</Say>\
                    <Say language="es-US">Nadie está libre.</Say>\
                    """)
                .contains("For English press 2.", "<Record action=\"/twilio/voice/voicemail/es\"");
    }

    @Test
    void unknownNumberIsPoliteInEveryLanguageAndPromisesNothing() {
        assertThat(script.greeting(Clinic.UNKNOWN_NUMBER).twiml())
                .contains("Thank you for calling.", "Leave a message.", "Gracias por llamar.", "Deje un mensaje.")
                .contains("Or press 9.", "O presione 9.", "/twilio/voice/voicemail/all")
                .doesNotContain("Press 1", "Harbor Light", "press 2");
    }

    @Test
    void whoKnowsHowToLeaveAMessageHearsTheToneAtOnce() {
        assertThat(script.atTheTone(Spoken.ENGLISH).twiml()).isEqualTo(HEAD + ENGLISH_TONE + END);
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
        assertThat(script.farewell(Spoken.ENGLISH_BY_CHOICE).twiml())
                .isEqualTo(HEAD + menu("en-chosen/goodbye", "en") + """
                        <Say language="en-US">We have your message.</Say>\
                        <Say language="en-US">In a crisis dial 988 or 911.</Say>\
                        <Say language="en-US">Or press 9.</Say>\
                        <Say language="en-US">Goodbye.</Say></Gather>\
                        """ + END);
    }

    private static String menu(String place, String language) {
        return """
            <Gather action="/twilio/voice/menu/%s" hints="%s" input="dtmf speech" language="%s-US"\
             maxSpeechTime="8" numDigits="1" profanityFilter="false" speechTimeout="2" timeout="2">\
            """.formatted(place, String.join(", ", Clinic.PHRASES.expected(language)), language);
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    void everyDocumentPassesTwiliosStrictParser(Reply reply) throws TwiMLException {
        StrictParser.accepts(reply);
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    @Holds(Promise.P5)
    void everyDocumentCarriesTheCrisisSentenceAndNothingPersonal(Reply reply) {
        assertThat(reply.twiml()).contains("988").contains("911").endsWith("<Hangup/></Response>");
        assertThat(reply.twiml()).doesNotContain("+1").doesNotContain("http");
    }

    @Test
    void shippedClinicSpeaksToo() {
        ClinicFiles shipped = ClinicFiles.shipped();
        VoiceScript clinic = Clinic.shipped(
                        shipped.read("numbers", ClinicNumbers.class), shipped.read("call-plan", CallPlan.class))
                .voice;

        assertThat(clinic.greeting(Clinic.NUMBER).twiml())
                .contains("Harbor Light Clinic")
                .isNotEqualTo(clinic.greeting("").twiml());
    }

    @Test
    void attributionNamesAClinicNumberAndItsSource() {
        assertThat(script.attribution(Clinic.NUMBER)).isEqualTo(Map.of("number", Clinic.NUMBER, "source", "website"));
        assertThat(script.attribution(Clinic.UNKNOWN_NUMBER)).isEmpty();
    }

    @Test
    void messagesOfWhoeverIsSpokenToInEnglishAreWrittenDownIfTheClinicWantsIt() {
        VoiceScript transcribing = Clinic.scripts(Clinic.PLAN, Clinic.TRANSCRIBING, List.of()).voice;
        String asked = "transcribe=\"true\" transcribeCallback=\"/twilio/voice/transcript\"";

        assertThat(transcribing.greeting(Clinic.NUMBER).twiml()).contains(asked, "maxLength=\"180\"");
        assertThat(transcribing.atTheTone(Spoken.ENGLISH_BY_CHOICE).twiml()).contains(asked);
        assertThat(transcribing.greeting(Clinic.SPANISH_NUMBER).twiml()).doesNotContain("transcribe");
        assertThat(transcribing.greeting(Clinic.UNKNOWN_NUMBER).twiml()).doesNotContain("transcribe");
        assertThat(Clinic.script().greeting(Clinic.NUMBER).twiml()).doesNotContain("transcribe");
    }
}
