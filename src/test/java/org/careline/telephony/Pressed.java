package org.careline.telephony;

import java.util.List;
import java.util.Random;
import org.careline.support.SignedTwilioRequest;

/** What a caller does in a menu. */
enum Pressed {
    NOTHING("", ""),
    CRISIS_KEY("9", ""),
    CALL_BACK("1", ""),
    LANGUAGE("2", ""),
    ANOTHER_KEY("5", ""),
    SAYS_HELLO("", "Hello? Is anybody there?"),
    SAYS_DANGER("", "I don't know, I just want to die."),
    A_NUMBER("3055550188", ""),
    NO_NUMBER("12", "");

    private static final List<Pressed> IN_A_MENU =
            List.of(CRISIS_KEY, CALL_BACK, LANGUAGE, LANGUAGE, ANOTHER_KEY, ANOTHER_KEY, SAYS_HELLO, SAYS_DANGER);
    private static final List<Pressed> FOR_A_NUMBER = List.of(NOTHING, A_NUMBER, A_NUMBER, NO_NUMBER, CRISIS_KEY);

    private final String digits;
    private final String said;

    Pressed(String digits, String said) {
        this.digits = digits;
        this.said = said;
    }

    static Pressed drawn(Random random, boolean forNumber) {
        if (!forNumber && random.nextInt(4) > 0) {
            return NOTHING;
        }
        List<Pressed> all = forNumber ? FOR_A_NUMBER : IN_A_MENU;
        return all.get(random.nextInt(all.size()));
    }

    boolean asksForCrisisLine() {
        return this == CRISIS_KEY || this == SAYS_DANGER;
    }

    SignedTwilioRequest in(SignedTwilioRequest request) {
        return said.isEmpty() ? request.with("Digits", digits) : request.with("SpeechResult", said);
    }
}
