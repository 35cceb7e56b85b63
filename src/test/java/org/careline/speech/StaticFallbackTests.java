package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import java.util.List;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.CallPlan;
import org.careline.safety.CrisisLines;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.junit.jupiter.api.Test;

@Holds({Promise.P3})
class StaticFallbackTests {

    /** What Twilio takes as one document (Call resource, "Twiml"). */
    private static final int LONGEST = 4_000;

    private static final String GOODBYE = "https://handler.example.org/goodbye";
    private static final ClinicNumbers NUMBERS = new ClinicNumbers(Clinic.NUMBERS.numbers(), List.of(), "+13055550191");

    private final StaticFallback fallback = new StaticFallback(NUMBERS, Clinic.CRISIS, Clinic.PLAN, Clinic.PROMPTS);

    @Test
    void greetsRingsTheOnCallPhoneAndTakesAMessageWithoutUs() {
        assertThat(fallback.answer(GOODBYE))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + english("Thank you for calling Harbor Light.")
                        + english("In a crisis dial 988 or 911.")
                        + spanish("Gracias por llamar a Harbor Light.")
                        + spanish("En una crisis marque 988 o 911.")
                        + "<Dial callerId=\"+18445550100\" timeLimit=\"3600\" timeout=\"20\">"
                        + "<Number>+13055550191</Number></Dial>"
                        + english("If you have just talked to somebody, you can hang up now.")
                        + spanish("Si acaba de hablar con alguien, puede colgar ahora.")
                        + english("Nobody is free.")
                        + english("Nobody listens now. In a crisis dial 988 or 911.")
                        + english(
                                "After the tone, please leave your name, your number and a good time to call you back."
                                        + " Hang up when you are done.")
                        + spanish("Nadie está libre.")
                        + spanish("Nadie escucha. En una crisis marque 988 o 911.")
                        + spanish(
                                "Después del tono, por favor deje su nombre, su número y una buena hora para llamarle."
                                        + " Cuelgue cuando termine.")
                        + "<Record action=\"https://handler.example.org/goodbye\" maxLength=\"180\" method=\"GET\""
                        + " playBeep=\"true\" timeout=\"10\"/>"
                        + english("No message.")
                        + spanish("Ningún mensaje.")
                        + "<Hangup/></Response>");
    }

    private static String english(String words) {
        return "<Say language=\"en-US\">" + words + "</Say>";
    }

    private static String spanish(String words) {
        return "<Say language=\"es-US\">" + words + "</Say>";
    }

    @Test
    void withoutAnOnCallPhoneItTakesAMessage() {
        String document =
                new StaticFallback(Clinic.NUMBERS, Clinic.CRISIS, Clinic.PLAN, Clinic.PROMPTS).answer(GOODBYE);

        assertThat(document).doesNotContain("<Dial", "hang up now").contains("<Record");
    }

    @Test
    void theGoodbyeThanksAndEnds() {
        assertThat(fallback.goodbye())
                .contains("We have your message.", "988", "Tenemos su mensaje.")
                .endsWith("<Hangup/></Response>");
    }

    @Test
    void theShippedClinicsDocumentsAreShortAndNeedNothingOfOurs() {
        ClinicFiles shipped = ClinicFiles.shipped();
        StaticFallback ours = new StaticFallback(
                shipped.read("numbers", ClinicNumbers.class),
                shipped.read("crisis", CrisisLines.class),
                shipped.read("call-plan", CallPlan.class),
                shipped.read("prompts", Prompts.class));

        for (String document : List.of(ours.answer(FallbackBundle.GOODBYE_BESIDE), ours.goodbye())) {
            assertThat(document).hasSizeLessThan(LONGEST).contains("9 8 8").doesNotContain("/twilio/");
            assertThat(VoiceResponse.Builder.fromXml(document).build()).isNotNull();
        }
    }
}
