package org.careline.telephony;

import java.util.List;

/** The invented clinic of these tests: an English and a Spanish number. */
final class Clinic {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String NUMBER = "+18445550100";
    static final String SPANISH_NUMBER = "+18445550101";
    static final String CALLER = "+13055550123";
    static final String CALL = "CA00000000000000000000000000000001";
    static final String CRISIS = "In danger, dial 911. In a crisis, call or text 988.";
    static final String CRISIS_IN_SPANISH = "En peligro, marque 911. En una crisis, marque 988.";

    static final List<ClinicLine> LINES = List.of(
            new ClinicLine(NUMBER, "en", "Thank you for calling Harbor Light.", "website"),
            new ClinicLine(SPANISH_NUMBER, "es-US", null, null));

    private Clinic() {}

    static CrisisWords crisisWords() {
        return language -> language.startsWith("es") ? CRISIS_IN_SPANISH : CRISIS;
    }

    static VoiceScript script() {
        return new VoiceScript(LINES, crisisWords());
    }
}
