package org.careline.telephony;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.CrisisLines;
import org.careline.settings.Words;

/** The invented clinic of these tests: an English and a Spanish number. */
final class Clinic {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String NUMBER = "+18445550100";
    static final String SPANISH_NUMBER = "+18445550101";
    static final String UNKNOWN_NUMBER = "+18445550199";
    static final String CALLER = "+13055550123";
    static final String CALL = "CA00000000000000000000000000000001";

    static final ClinicNumbers NUMBERS = new ClinicNumbers(
            List.of(
                    new ClinicNumber(NUMBER, "Main", "en", "website", "Thank you for calling Harbor Light."),
                    new ClinicNumber(SPANISH_NUMBER, "Español", "es", "radio", "Gracias por llamar a Harbor Light.")),
            List.of());

    static final CrisisLines CRISIS = new CrisisLines(
            LocalDate.parse("2026-11-23"),
            "988lifeline.org",
            "988",
            "+18002738255",
            "911",
            new Words("In a crisis dial 988 or 911.", "En una crisis marque 988 o 911."),
            new Words(
                    "Nobody listens now. In a crisis dial 988 or 911.",
                    "Nadie escucha. En una crisis marque 988 o 911."),
            new Words("page", "página"),
            new Words("text", "texto"));

    static final CallPlan PLAN = new CallPlan(
            20,
            3,
            8,
            Duration.ofMinutes(60),
            new Words("We are closed.", "Está cerrado."),
            new Words("We are closed for {holiday}.", "Está cerrado por {holiday}."),
            new Words("Nobody is free.", "Nadie está libre."));

    static final String HOLIDAY = "Founders' Day";

    private Clinic() {}

    static VoiceScript script() {
        return new VoiceScript(NUMBERS, CRISIS, PLAN, List.of(HOLIDAY));
    }

    static RingScript rings() {
        return new RingScript(NUMBERS, CRISIS, PLAN);
    }
}
