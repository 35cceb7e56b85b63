package org.careline.speech;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Record;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.careline.routing.CallPlan;
import org.careline.safety.CrisisLines;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.LocalizedText;

/**
 * The fallback in every language of the clinic's numbers, each with the greeting of the first number that speaks it. A
 * static document cannot tell a talk from a phone that nobody answered, so its words serve both; and it cannot ask for a
 * key, so a mailbox on the on-call phone takes the message there.
 */
final class StaticFallback implements FallbackBundle {

    /** As on our own voicemail. */
    private static final int SILENCE = 10;

    private static final int LONGEST_MESSAGE = 180;

    private static final LocalizedText AFTER_A_TALK = new LocalizedText(
            "If you have just talked to somebody, you can hang up now.",
            "Si acaba de hablar con alguien, puede colgar ahora.");

    private static final LocalizedText INVITATION = new LocalizedText(
            "After the tone, please leave your name, your number and a good time to call you back. Hang up when you are"
                    + " done.",
            "Después del tono, por favor deje su nombre, su número y una buena hora para llamarle. Cuelgue cuando"
                    + " termine.");

    private final ClinicNumbers numbers;
    private final CrisisLines crisis;
    private final CallPlan rules;
    private final Prompts prompts;
    private final Map<VoiceLanguage, String> greetings;

    StaticFallback(ClinicNumbers numbers, CrisisLines crisis, CallPlan rules, Prompts prompts) {
        this.numbers = numbers;
        this.crisis = crisis;
        this.rules = rules;
        this.prompts = prompts;
        this.greetings = numbers.numbers().stream()
                .collect(Collectors.toMap(
                        number -> VoiceLanguage.of(number.language()),
                        ClinicNumber::greeting,
                        (first, other) -> first,
                        LinkedHashMap::new));
    }

    @Override
    public String answer(String goodbye) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        greetings.forEach((language, greeting) -> {
            document.say(language.say(greeting));
            language.saying(crisis.greeting()).sayIn(document);
        });
        String phone = numbers.onCall();
        if (phone != null) {
            document.dial(ring(phone));
            say(document, AFTER_A_TALK);
        }
        say(document, rules.nobody(), crisis.voicemail(), INVITATION);
        document.record(message(goodbye));
        say(document, prompts.silence());
        return ended(document);
    }

    @Override
    public String goodbye() {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        say(document, prompts.thanks(), crisis.greeting(), prompts.farewell());
        return ended(document);
    }

    private void say(VoiceResponse.Builder document, LocalizedText... words) {
        greetings.keySet().forEach(language -> language.saying(words).sayIn(document));
    }

    /** Without an action the next verb follows whatever came of it. The phone shows the clinic's number, not the caller's. */
    private Dial ring(String phone) {
        return new Dial.Builder()
                .callerId(numbers.numbers().get(0).number())
                .timeout(rules.ringSeconds())
                .timeLimit(Math.toIntExact(rules.longestTalk().toSeconds()))
                .number(new Number.Builder(phone).build())
                .build();
    }

    /** Without an action this document would be asked for again, without end; a static host answers nothing but GET. */
    private static Record message(String goodbye) {
        return new Record.Builder()
                .action(goodbye)
                .method(HttpMethod.GET)
                .timeout(SILENCE)
                .maxLength(LONGEST_MESSAGE)
                .playBeep(true)
                .build();
    }

    private static String ended(VoiceResponse.Builder document) {
        return document.hangup(new Hangup.Builder().build()).build().toXml();
    }
}
