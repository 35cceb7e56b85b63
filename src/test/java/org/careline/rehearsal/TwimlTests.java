package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are read as strictly as Twilio reads them: what it would refuse is refused here, with the reason. */
class TwimlTests {

    private static final URI HERE = URI.create("http://localhost:8080/twilio/voice/inbound?x=1");

    @Test
    void verbsAreReadInTheirOrderWithAttributesAndText() {
        Twiml document = read(Grammar.CALL, """
                <Gather numDigits="1" action="/key"><Say language="es-US"> Marque uno </Say><Pause length="2"/></Gather>
                <!-- nobody says this -->
                <Hangup/>
                """);

        assertThat(document.verbs()).extracting(Verb::name).containsExactly("Gather", "Hangup");
        Verb gather = document.verbs().get(0);
        assertThat(gather.attributes()).isEqualTo(Map.of("numDigits", "1", "action", "/key"));
        assertThat(gather.children())
                .containsExactly(
                        new Verb("Say", Map.of("language", "es-US"), "Marque uno", List.of()),
                        new Verb("Pause", Map.of("length", "2"), "", List.of()));
    }

    @Test
    void charactersThatXmlWritesOtherwiseAreRead() {
        assertThat(read(Grammar.CALL, "<Say>You &amp; I &#233;l &lt;now&gt;</Say>")
                        .verbs()
                        .get(0)
                        .text())
                .isEqualTo("You & I él <now>");
    }

    @Test
    void anEmptyDocumentIsOne() {
        assertThat(read(Grammar.CALL, "").verbs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<Response><Say>Hello</Response>",
                "<Response/><Response/>",
                "<!DOCTYPE Response [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Response><Say>&x;</Say></Response>",
                "<Response><Say>a & b</Say></Response>"
            })
    void whatIsNoXmlIsNotUnderstood(String text) {
        assertThat(refused(() -> Twiml.read(HERE, text, Grammar.CALL))).startsWith("a document that is no XML");
    }

    @Test
    void anotherRootIsNotUnderstood() {
        assertThat(refused(() -> Twiml.read(HERE, "<html/>", Grammar.CALL)))
                .isEqualTo("<html> in the place of <Response>");
    }

    @Test
    void aDocumentHas64Kilobytes() {
        String frame = "<Response><Say></Say></Response>";
        String longest = frame.replace("></Say>", ">" + "a".repeat(64 * 1024 - frame.length()) + "</Say>");

        assertThat(Twiml.read(HERE, longest, Grammar.CALL).verbs()).hasSize(1);
        assertThat(refused(() -> Twiml.read(HERE, longest + " ", Grammar.CALL)))
                .isEqualTo("a document of more than 64 kB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CALL          | <Conference/>                                    | <Conference> in a document of the kind CALL
            CALL          | <say>Hello</say>                                 | <say> in a document of the kind CALL
            CALL          | <Say loud="yes">Hello</Say>                      | the attribute loud in <Say>
            CALL          | <Gather><Record/></Gather>                       | <Record> in <Gather>
            CALL          | <Gather><Say volume="9">Hello</Say></Gather>     | the attribute volume in <Say>
            CALL          | <Say><Pause/></Say>                              | <Pause> in <Say>
            CALL          | <Dial><Client>ana</Client></Dial>                | <Client> in <Dial>
            CALL          | <Dial><Number loud="1">+13055550111</Number></Dial> | the attribute loud in <Number>
            CALL          | <Redirect method="PUT">/next</Redirect>          | method="PUT"
            CALL          | <Hangup reason="busy"/>                          | the attribute reason in <Hangup>
            WAIT          | <Dial>+13055550111</Dial>                        | <Dial> in a document of the kind WAIT
            WAIT          | <Record/>                                        | <Record> in a document of the kind WAIT
            WAIT          | <Enqueue>line</Enqueue>                          | <Enqueue> in a document of the kind WAIT
            WHISPER       | <Redirect>/next</Redirect>                       | <Redirect> in a document of the kind WHISPER
            WHISPER       | <Dial>+13055550111</Dial>                        | <Dial> in a document of the kind WHISPER
            BEFORE_BRIDGE | <Gather/>                                        | <Gather> in a document of the kind BEFORE_BRIDGE
            BEFORE_BRIDGE | <Hangup/>                                        | <Hangup> in a document of the kind BEFORE_BRIDGE
            """)
    void whatADocumentOfItsKindMayNotHoldIsNamed(Grammar grammar, String verbs, String why) {
        assertThat(refused(() -> read(grammar, verbs))).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CALL          | <Reject reason="busy"/>
            CALL          | <Dial action="/d" timeout="20" answerOnBridge="true"><Number url="/w">+13055550111</Number></Dial>
            CALL          | <Dial><Queue url="/before">line</Queue></Dial>
            CALL          | <Enqueue waitUrl="/wait" action="/left">line</Enqueue>
            CALL          | <Record maxLength="120" finishOnKey="#" playBeep="true"/>
            WAIT          | <Leave/>
            WAIT          | <Gather numDigits="1"><Say>One</Say></Gather>
            WHISPER       | <Gather numDigits="1"><Say>Press 1</Say></Gather><Hangup/>
            BEFORE_BRIDGE | <Say>One moment</Say><Pause/>
            """)
    void whatItMayHoldIsUnderstood(Grammar grammar, String verbs) {
        assertThat(read(grammar, verbs).verbs()).isNotEmpty();
    }

    @Test
    void anAddressIsRelativeToTheDocumentsOwn() {
        Twiml document = read(Grammar.CALL, "");

        assertThat(document.resolve("/key")).isEqualTo(URI.create("http://localhost:8080/key"));
        assertThat(document.resolve("key?a=1")).isEqualTo(URI.create("http://localhost:8080/twilio/voice/key?a=1"));
        assertThat(document.resolve("https://example.org/x")).isEqualTo(URI.create("https://example.org/x"));
        assertThat(document.resolve("")).isEqualTo(HERE);
    }

    @Test
    void anAttributeThatIsNotThereHasItsUsualValue() {
        Verb verb = new Verb("Gather", Map.of("timeout", "8", "actionOnEmptyResult", "true"), "", List.of());

        assertThat(verb.seconds("timeout", 5)).isEqualTo(Duration.ofSeconds(8));
        assertThat(verb.seconds("speechTimeout", 5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(verb.number("numDigits", 0)).isZero();
        assertThat(verb.text("finishOnKey", "#")).isEqualTo("#");
        assertThat(verb.is("actionOnEmptyResult")).isTrue();
        assertThat(verb.is("bargeIn")).isFalse();
        assertThat(verb.find("action")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "5s", "1.5", "", "99999999999"})
    void aNumberThatIsNoneIsNotUnderstood(String value) {
        Verb verb = new Verb("Gather", Map.of("timeout", value), "", List.of());

        assertThat(refused(() -> verb.seconds("timeout", 5)))
                .isEqualTo("<Gather timeout=\"" + value + "\"> is no whole number");
    }

    private static Twiml read(Grammar grammar, String verbs) {
        return Twiml.read(HERE, "<?xml version=\"1.0\"?><Response>" + verbs + "</Response>", grammar);
    }

    private static String refused(ThrowingCallable reading) {
        return catchThrowableOfType(NotUnderstood.class, reading).why;
    }
}
