package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.SpokenTimes;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialScriptTests {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final Coordinator RUNG =
            new Coordinator("ana", "Ana", "+13055550111", Set.of("en"), Set.of(), 1, 40, List.of());
    private static final PlanPosition PLACE = new PlanPosition("0a1b2c3d4e", List.of(2, 0), 0);

    private final DialScript script = Clinic.rings();

    static Stream<WebhookReply> everyDocument() {
        DialScript script = Clinic.rings();
        return Stream.concat(
                Clinic.NUMBERS.numbers().stream()
                        .flatMap(number -> Stream.of(
                                script.dial(number, SpokenLanguages.ENGLISH, PLACE, RUNG, Before.GREETING),
                                script.dial(number, SpokenLanguages.SPANISH_BY_CHOICE, PLACE, RUNG, Before.HOLD),
                                script.dial(number, SpokenLanguages.SPANISH, PLACE, RUNG, Before.NOTHING),
                                script.whisper(Optional.of(number), PLACE))),
                Stream.of(DialScript.HANG_UP, DialScript.CONNECT));
    }

    @Test
    @Holds(Promise.P5)
    void theFirstRingComesAfterTheGreetingAndTheCrisisSentence() {
        assertThat(script.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, PLACE, RUNG, Before.GREETING)
                        .twiml())
                .isEqualTo(HEAD + "<Response>" + menu("en/greeting", "en") + """
                        <Say language="en-US">Thank you for calling Harbor Light.</Say>\
                        <Say language="en-US">In a crisis dial 988 or 911.</Say>\
                        <Say language="en-US">Or press 9.</Say>\
                        <Say language="es-US">Para español presione 2.</Say></Gather>\
                        """ + dial("en", 0) + "</Response>");
    }

    @Test
    void aLanguageThatWasChosenIsNotOfferedAgain() {
        assertThat(script.dial(Clinic.ENGLISH, SpokenLanguages.SPANISH_BY_CHOICE, PLACE, RUNG, Before.GREETING)
                        .twiml())
                .isEqualTo(HEAD + "<Response>" + menu("es-chosen/greeting", "es") + """
                        <Say language="es-US">Gracias por llamar.</Say>\
                        <Say language="es-US">En una crisis marque 988 o 911.</Say>\
                        <Say language="es-US">O presione 9.</Say></Gather>\
                        """ + dial("es-chosen", 0)
                        + "</Response>");
    }

    @Test
    void theNumberOfALanguageGreetsInItsOwnWords() {
        assertThat(script.dial(Clinic.SPANISH, SpokenLanguages.SPANISH, PLACE, RUNG, Before.GREETING)
                        .twiml())
                .contains("Gracias por llamar a Harbor Light.", "callerId=\"+18445550101\"", "For English press 2.");
    }

    @Test
    void beforeTheNextRingACallerHasAMomentForAKey() {
        PlanPosition next = PLACE.next().orElseThrow();

        assertThat(script.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH_BY_CHOICE, next, RUNG, Before.HOLD)
                        .twiml())
                .isEqualTo(HEAD + "<Response>" + menu("en-chosen/0a1b2c3d4e/2-0/1", "en") + """
                        <Say language="en-US">We look for somebody.</Say>\
                        <Say language="en-US">Press 1 to be called back.</Say>\
                        <Say language="en-US">Or press 9.</Say></Gather>\
                        """ + dial("en-chosen", 1)
                        + "</Response>");
        assertThat(script.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, next, RUNG, Before.NOTHING)
                        .twiml())
                .isEqualTo(HEAD + "<Response>" + dial("en", 1) + "</Response>");
    }

    private static String menu(String place, String language) {
        return """
            <Gather action="/twilio/voice/menu/%s" hints="%s" input="dtmf speech" language="%s-US"\
             maxSpeechTime="8" numDigits="1" profanityFilter="false" speechTimeout="2" timeout="2">\
            """.formatted(place, String.join(", ", Clinic.PHRASES.expected(language)), language);
    }

    private static String dial(String spoken, int step) {
        return """
            <Dial action="/twilio/voice/plan/%s/0a1b2c3d4e/2-0/%d" answerOnBridge="true" callerId="+18445550100"\
             timeLimit="3600" timeout="20">\
            <Number url="/twilio/voice/whisper/0a1b2c3d4e/2-0/%d">+13055550111</Number></Dial>\
            """.formatted(spoken, step, step);
    }

    @Test
    void whoeverPicksUpHearsTheLineAndMustPressAKey() {
        assertThat(script.whisper(Optional.of(Clinic.SPANISH), PLACE).twiml()).isEqualTo(HEAD + """
                <Response><Gather action="/twilio/voice/accept/0a1b2c3d4e/2-0/0" actionOnEmptyResult="true" input="dtmf"\
                 numDigits="1" timeout="8"><Say language="en-US">Call for Español. Press 1 to accept.</Say></Gather>\
                <Hangup/></Response>""");
        assertThat(script.whisper(Optional.empty(), PLACE).twiml()).contains("Call for the clinic. Press 1 to accept.");
    }

    @Test
    void aLegIsConnectedByAnEmptyDocument() {
        assertThat(DialScript.CONNECT.twiml()).isEqualTo(HEAD + "<Response/>");
        assertThat(DialScript.HANG_UP.twiml()).isEqualTo(HEAD + "<Response><Hangup/></Response>");
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    void everyDocumentPassesTwiliosStrictParser(WebhookReply reply) throws TwiMLException {
        StrictParser.accepts(reply);
    }

    @Test
    void aDocumentIsRenderedOnce() {
        WebhookReply first = script.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, PLACE, RUNG, Before.GREETING);

        assertThat(script.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, PLACE, RUNG, Before.GREETING))
                .isSameAs(first);
        for (int position = 0; position < 5_000; position++) {
            script.dial(
                    Clinic.ENGLISH,
                    SpokenLanguages.ENGLISH,
                    new PlanPosition("0a", List.of(position), 0),
                    RUNG,
                    Before.HOLD);
        }
        assertThat(script.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, PLACE, RUNG, Before.GREETING)
                        .twiml())
                .isEqualTo(first.twiml());
    }

    @Test
    void wordsAreAllowedForGenerously() {
        SpokenTimes longest =
                Clinic.scripts(Clinic.PLAN, List.of(Clinic.HOLIDAY)).longest(Clinic.NUMBERS);

        assertThat(Sentence.atMost("One, two, three.")).isEqualTo(Duration.ofSeconds(3));
        assertThat(longest.greeting()).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60));
        assertThat(longest.whisper()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(7));
        assertThat(longest.hold()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(longest.voicemail()).isBetween(Duration.ofSeconds(450), Duration.ofSeconds(680));
    }
}
