package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.CallPlan;
import org.careline.routing.Opening;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
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

    static Stream<WebhookReply> everyDocument() {
        VoiceScript script = Clinic.script();
        return Stream.of(Clinic.NUMBER, Clinic.SPANISH_NUMBER, Clinic.UNKNOWN_NUMBER)
                .flatMap(number -> Stream.of(
                        Clinic.greeting(script, number, Opening.OPEN),
                        Clinic.greeting(script, number, CLOSED),
                        Clinic.greeting(script, number, HOLIDAY),
                        script.nobodyCame(Clinic.NUMBERS.dialled(number), SpokenLanguages.ENGLISH),
                        script.atTheTone(SpokenLanguages.SPANISH),
                        script.farewell(SpokenLanguages.EVERY)));
    }

    @Test
    void clinicNumberGreetsInItsOwnWords() {
        assertThat(Clinic.greeting(script, Clinic.NUMBER, Opening.OPEN).twiml())
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
        assertThat(Clinic.greeting(script, Clinic.SPANISH_NUMBER, Opening.OPEN).twiml())
                .startsWith(HEAD + menu("es/message", "es") + """
                    <Say language="es-US">Gracias por llamar a Harbor Light.</Say>\
                    <Say language="es-US">Nadie está libre.</Say>\
                    """)
                .contains("For English press 2.", "<Record action=\"/twilio/voice/voicemail/es\"");
    }

    @Test
    void unknownNumberIsPoliteInEveryLanguageAndPromisesNothing() {
        assertThat(Clinic.greeting(script, Clinic.UNKNOWN_NUMBER, Opening.OPEN).twiml())
                .contains("Thank you for calling.", "Leave a message.", "Gracias por llamar.", "Deje un mensaje.")
                .contains("Or press 9.", "O presione 9.", "/twilio/voice/voicemail/all")
                .doesNotContain("Press 1", "Harbor Light", "press 2");
    }

    @Test
    void whoKnowsHowToLeaveAMessageHearsTheToneAtOnce() {
        assertThat(script.atTheTone(SpokenLanguages.ENGLISH).twiml()).isEqualTo(HEAD + ENGLISH_TONE + END);
    }

    @Test
    void theOpeningIsSaidInItsWords() {
        String nobody = Clinic.greeting(script, Clinic.NUMBER, Opening.OPEN).twiml();

        assertThat(Clinic.greeting(script, Clinic.NUMBER, new Opening(Opening.State.OPEN, ""))
                        .twiml())
                .isEqualTo(nobody);
        assertThat(Clinic.greeting(script, Clinic.NUMBER, CLOSED).twiml())
                .isEqualTo(nobody.replace("Nobody is free.", "We are closed."));
        assertThat(Clinic.greeting(script, Clinic.NUMBER, HOLIDAY).twiml())
                .isEqualTo(nobody.replace("Nobody is free.", "We are closed for Founders' Day."));
        assertThat(Clinic.greeting(script, Clinic.NUMBER, new Opening(Opening.State.HOLIDAY, "unheard of")))
                .isEqualTo(Clinic.greeting(script, Clinic.NUMBER, CLOSED));
    }

    @Test
    void whoWasGreetedIsNotGreetedAgain() {
        String greeting = "<Say language=\"en-US\">Thank you for calling Harbor Light.</Say>";

        assertThat(script.nobodyCame(Optional.of(Clinic.ENGLISH), SpokenLanguages.ENGLISH)
                        .twiml())
                .isEqualTo(Clinic.greeting(script, Clinic.NUMBER, Opening.OPEN)
                        .twiml()
                        .replace(greeting, ""));
    }

    @Test
    void aMessageIsThankedForAndTheCallEnds() {
        assertThat(script.farewell(SpokenLanguages.ENGLISH_BY_CHOICE).twiml())
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
    void everyDocumentPassesTwiliosStrictParser(WebhookReply reply) throws TwiMLException {
        StrictParser.accepts(reply);
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    @Holds(Promise.P5)
    void everyDocumentCarriesTheCrisisSentenceAndNothingPersonal(WebhookReply reply) {
        assertThat(reply.twiml()).contains("988").contains("911").endsWith("<Hangup/></Response>");
        assertThat(reply.twiml()).doesNotContain("+1").doesNotContain("http");
    }

    @Test
    void shippedClinicSpeaksToo() {
        ClinicFiles shipped = ClinicFiles.shipped();
        VoiceScript clinic = Clinic.shipped(
                        shipped.read("numbers", ClinicNumbers.class), shipped.read("call-plan", CallPlan.class))
                .voice;

        ClinicNumber shippedNumber = shipped.read("numbers", ClinicNumbers.class)
                .dialled(Clinic.NUMBER)
                .orElseThrow();
        assertThat(clinic.greeting(Optional.of(shippedNumber), SpokenLanguages.ENGLISH, Opening.OPEN)
                        .twiml())
                .contains("Harbor Light Clinic")
                .isNotEqualTo(clinic.greeting(Optional.empty(), SpokenLanguages.EVERY, Opening.OPEN)
                        .twiml());
    }

    @Test
    void messagesOfWhoeverIsSpokenToInEnglishAreWrittenDownIfTheClinicWantsIt() {
        VoiceScript transcribing = Clinic.scripts(Clinic.PLAN, Clinic.TRANSCRIBING, List.of()).voice;
        String asked = "transcribe=\"true\" transcribeCallback=\"/twilio/voice/transcript\"";

        assertThat(Clinic.greeting(transcribing, Clinic.NUMBER, Opening.OPEN).twiml())
                .contains(asked, "maxLength=\"180\"");
        assertThat(transcribing.atTheTone(SpokenLanguages.ENGLISH_BY_CHOICE).twiml())
                .contains(asked);
        assertThat(Clinic.greeting(transcribing, Clinic.SPANISH_NUMBER, Opening.OPEN)
                        .twiml())
                .doesNotContain("transcribe");
        assertThat(Clinic.greeting(transcribing, Clinic.UNKNOWN_NUMBER, Opening.OPEN)
                        .twiml())
                .doesNotContain("transcribe");
        assertThat(Clinic.greeting(Clinic.NUMBER).twiml()).doesNotContain("transcribe");
    }
}
