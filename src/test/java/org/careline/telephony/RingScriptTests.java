package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RingScriptTests {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String PHONE = "+13055550111";
    private static final RingPlace PLACE = new RingPlace("0a1b2c3d4e", List.of(2, 0), 0);

    private final RingScript script = Clinic.rings();

    static Stream<Reply> everyDocument() {
        RingScript script = Clinic.rings();
        return Stream.concat(
                Stream.of(Clinic.NUMBER, Clinic.SPANISH_NUMBER)
                        .flatMap(number -> Stream.of(
                                script.first(number, PLACE, PHONE),
                                script.next(number, PLACE, PHONE),
                                script.whisper(number, PLACE))),
                Stream.of(RingScript.HANG_UP, RingScript.CONNECT));
    }

    @Test
    void theFirstRingComesAfterTheGreetingAndTheCrisisSentence() {
        assertThat(script.first(Clinic.NUMBER, PLACE, PHONE).twiml()).isEqualTo(HEAD + """
                <Response><Say language="en-US">Thank you for calling Harbor Light.</Say>\
                <Say language="en-US">In a crisis dial 988 or 911.</Say>\
                <Dial action="/twilio/voice/plan/0a1b2c3d4e/2-0/0" answerOnBridge="true" callerId="+18445550100" timeLimit="3600"\
                 timeout="20">\
                <Number url="/twilio/voice/whisper/0a1b2c3d4e/2-0/0">+13055550111</Number></Dial></Response>""");
    }

    @Test
    void theGreetingIsInTheLanguageOfTheNumber() {
        assertThat(script.first(Clinic.SPANISH_NUMBER, PLACE, PHONE).twiml())
                .startsWith(HEAD + """
                        <Response><Say language="es-US">Gracias por llamar a Harbor Light.</Say>\
                        <Say language="es-US">En una crisis marque 988 o 911.</Say><Dial\s""")
                .contains("callerId=\"+18445550101\"");
    }

    @Test
    void theNextRingSaysNothing() {
        RingPlace next = PLACE.next().orElseThrow();

        assertThat(script.next(Clinic.NUMBER, next, PHONE).twiml()).isEqualTo(HEAD + """
                <Response>\
                <Dial action="/twilio/voice/plan/0a1b2c3d4e/2-0/1" answerOnBridge="true" callerId="+18445550100" timeLimit="3600"\
                 timeout="20">\
                <Number url="/twilio/voice/whisper/0a1b2c3d4e/2-0/1">+13055550111</Number></Dial></Response>""");
    }

    @Test
    void whoeverPicksUpHearsTheLineAndMustPressAKey() {
        assertThat(script.whisper(Clinic.SPANISH_NUMBER, PLACE).twiml()).isEqualTo(HEAD + """
                <Response><Gather action="/twilio/voice/accept/0a1b2c3d4e/2-0/0" actionOnEmptyResult="true" input="dtmf"\
                 numDigits="1" timeout="8"><Say language="en-US">Call for Español. Press 1 to accept.</Say></Gather>\
                <Hangup/></Response>""");
        assertThat(script.whisper(Clinic.UNKNOWN_NUMBER, PLACE).twiml())
                .contains("Call for the clinic. Press 1 to accept.");
    }

    @Test
    void aLegIsConnectedByAnEmptyDocument() {
        assertThat(RingScript.CONNECT.twiml()).isEqualTo(HEAD + "<Response/>");
        assertThat(RingScript.HANG_UP.twiml()).isEqualTo(HEAD + "<Response><Hangup/></Response>");
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    void everyDocumentPassesTwiliosStrictParser(Reply reply) throws TwiMLException {
        VoiceResponse parsed = VoiceResponse.Builder.fromXml(reply.twiml()).build();

        assertThat(parsed.toXml()).isEqualTo(reply.twiml());
    }

    @Test
    void aDocumentIsRenderedOnce() {
        assertThat(script.first(Clinic.NUMBER, PLACE, PHONE)).isSameAs(script.first(Clinic.NUMBER, PLACE, PHONE));
        for (int position = 0; position < 5_000; position++) {
            script.next(Clinic.NUMBER, new RingPlace("0a", List.of(position), 0), PHONE);
        }
        assertThat(script.first(Clinic.NUMBER, PLACE, PHONE).twiml()).contains("/0a1b2c3d4e/2-0/0");
    }

    @Test
    void wordsAreAllowedForGenerously() {
        assertThat(Speech.atMost("One, two, three.")).isEqualTo(Duration.ofSeconds(3));
        assertThat(script.longestGreeting()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(script.longestWhisper()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(7));
        assertThat(Clinic.script().longestVoicemail()).isBetween(Duration.ofSeconds(320), Duration.ofSeconds(350));
    }
}
