package org.careline.speech;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careline.routing.CallPlan;
import org.careline.routing.Opening;
import org.careline.routing.RingOrder;
import org.careline.routing.RingStrategy;
import org.careline.safety.CrisisLines;
import org.careline.safety.CrisisPhrases;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.LocalizedText;

/** The invented clinic of these tests: an English and a Spanish number. */
public final class Clinic {

    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    public static final String NUMBER = "+18445550100";
    public static final String SPANISH_NUMBER = "+18445550101";
    public static final String UNKNOWN_NUMBER = "+18445550199";
    public static final String CALLER = "+13055550123";
    public static final String CALL = "CA00000000000000000000000000000001";

    public static final ClinicNumbers NUMBERS = new ClinicNumbers(
            List.of(
                    new ClinicNumber(NUMBER, "Main", "en", "website", "Thank you for calling Harbor Light.", Set.of()),
                    new ClinicNumber(
                            SPANISH_NUMBER, "Español", "es", "radio", "Gracias por llamar a Harbor Light.", Set.of())),
            List.of(),
            null);

    /** The English one. */
    public static final ClinicNumber ENGLISH = NUMBERS.numbers().get(0);

    /** The Spanish one. */
    public static final ClinicNumber SPANISH = NUMBERS.numbers().get(1);

    public static final CrisisLines CRISIS = new CrisisLines(
            LocalDate.parse("2026-11-23"),
            "988lifeline.org",
            "988",
            "+18002738255",
            "911",
            new LocalizedText("In a crisis dial 988 or 911.", "En una crisis marque 988 o 911."),
            new LocalizedText(
                    "Nobody listens now. In a crisis dial 988 or 911.",
                    "Nadie escucha. En una crisis marque 988 o 911."),
            new LocalizedText("page", "página"),
            new LocalizedText("text", "texto"));

    public static final CallPlan PLAN = new CallPlan(
            20,
            3,
            true,
            RingOrder.ROTATING,
            RingStrategy.ONE_BY_ONE,
            10,
            false,
            Duration.ZERO,
            8,
            Duration.ofMinutes(60),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            new LocalizedText("We are closed.", "Está cerrado."),
            new LocalizedText("We are closed for {holiday}.", "Está cerrado por {holiday}."),
            new LocalizedText("Nobody is free.", "Nadie está libre."));

    public static final Prompts PROMPTS = new Prompts(
            new LocalizedText("Thank you for calling.", "Gracias por llamar."),
            new LocalizedText("Or press 9.", "O presione 9."),
            new LocalizedText("For English press 2.", "Para español presione 2."),
            new LocalizedText("We look for somebody.", "Buscamos a alguien."),
            new LocalizedText("We call them.", "Les llamamos."),
            new LocalizedText("You are number {number}.", "Es el número {number}."),
            new LocalizedText("About {minutes} minutes.", "Unos {minutes} minutos."),
            new LocalizedText("Press 1 and keep your place.", "Presione 1 y conserve su lugar."),
            new LocalizedText("Press 1 to be called back.", "Presione 1 y le llamamos."),
            new LocalizedText("Leave a message.", "Deje un mensaje."),
            new LocalizedText("No message.", "Ningún mensaje."),
            new LocalizedText("We have your message.", "Tenemos su mensaje."),
            new LocalizedText("Goodbye.", "Adiós."),
            new LocalizedText(
                    "We call you at {digits} {when}. Another number: 2.", "Le llamamos al {digits} {when}. Otro: 2."),
            new SpokenWhen(
                    new LocalizedText("in {minutes}", "en {minutes}"),
                    new LocalizedText("today by {time} {zone}", "hoy {time} {zone}"),
                    new LocalizedText("tomorrow by {time} {zone}", "mañana {time} {zone}"),
                    new LocalizedText("on {day} by {time} {zone}", "el {day} {time} {zone}"),
                    new LocalizedText("when we open", "al abrir")),
            new LocalizedText("Which number?", "¿Qué número?"),
            new LocalizedText("That is none.", "Ese no es."),
            new LocalizedText("That is ours.", "Ese es nuestro."),
            new LocalizedText("We cannot call that.", "No podemos llamar."),
            new LocalizedText("We connect you.", "Le comunicamos."),
            new LocalizedText("We could not.", "No pudimos."));

    public static final TalkRecording NOT_RECORDED = talks(false, false);
    public static final TalkRecording RECORDED = talks(true, false);
    public static final TalkRecording TRANSCRIBING = talks(false, true);

    public static final PhraseScan PHRASES =
            PhraseScan.of(ClinicFiles.shipped().read("crisis-phrases", CrisisPhrases.class));

    public static final String HOLIDAY = "Founders' Day";

    private Clinic() {}

    /** The same plan with other phones to ring. */
    public static CallPlan plan(RingOrder order, RingStrategy ring, boolean ownerFirst, Duration wrapUp) {
        return new CallPlan(
                PLAN.ringSeconds(),
                PLAN.mostCoordinators(),
                ownerFirst,
                order,
                ring,
                PLAN.stepSeconds(),
                PLAN.anybodyIfNobodyFits(),
                wrapUp,
                PLAN.keySeconds(),
                PLAN.longestTalk(),
                PLAN.longestWait(),
                PLAN.keepPlace(),
                PLAN.callBackWithin(),
                PLAN.closed(),
                PLAN.holiday(),
                PLAN.nobody());
    }

    private static TalkRecording talks(boolean recorded, boolean transcribed) {
        return new TalkRecording(new RecordedTalks(
                recorded,
                transcribed,
                "2026-11",
                new LocalizedText("We record. Press 3 if not.", "Grabamos. Presione 3 si no."),
                new LocalizedText("Not recorded.", "No se graba.")));
    }

    /** What a caller hears who is greeted and leaves a message, in the language of the number. */
    public static WebhookReply greeting(String dialled) {
        return greeting(script(), dialled, Opening.OPEN);
    }

    public static WebhookReply greeting(VoiceScript script, String dialled, Opening opening) {
        Optional<ClinicNumber> number = NUMBERS.dialled(dialled);
        return script.greeting(number, number.map(SpokenLanguages::of).orElse(SpokenLanguages.EVERY), opening);
    }

    public static VoiceScript script() {
        return scripts(PLAN, List.of(HOLIDAY)).voice;
    }

    public static DialScript rings() {
        return scripts(PLAN, List.of(HOLIDAY)).dial;
    }

    /** The shipped one. */
    public static CallScripts shipped(ClinicNumbers numbers, CallPlan rules) {
        ClinicFiles files = ClinicFiles.shipped();
        CrisisLines crisis = files.read("crisis", CrisisLines.class);
        CallerWords words = new CallerWords(numbers, crisis, rules, files.read("prompts", Prompts.class), NOT_RECORDED);
        PhraseScan phrases = PhraseScan.of(files.read("crisis-phrases", CrisisPhrases.class));
        return new CallScripts(words, NOT_RECORDED, crisis, phrases, rules, List.of());
    }

    public static CallScripts scripts(CallPlan plan, List<String> holidays) {
        return scripts(plan, NOT_RECORDED, holidays);
    }

    public static CallScripts scripts(CallPlan plan, TalkRecording talks, List<String> holidays) {
        return new CallScripts(words(plan, talks), talks, CRISIS, PHRASES, plan, holidays);
    }

    public static CallerWords words() {
        return words(PLAN, NOT_RECORDED);
    }

    private static CallerWords words(CallPlan plan, TalkRecording talks) {
        return new CallerWords(NUMBERS, CRISIS, plan, PROMPTS, talks);
    }
}
