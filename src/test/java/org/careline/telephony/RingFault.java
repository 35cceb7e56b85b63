package org.careline.telephony;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.careline.routing.CallPlan;
import org.careline.routing.Staffing;
import org.careline.speech.DialScript;
import org.careline.speech.KeyMenu;
import org.careline.staff.ClinicHours;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.CallDay.Files;

/** A fault in the rules, to see whether it is found. */
enum RingFault {
    NONE,

    RINGS_SOMEBODY_TWICE {
        @Override
        SignedTwilioRequest sent(SignedTwilioRequest request) {
            String path = request.target();
            return path.startsWith(DialScript.ENDED)
                    ? request.at(path.replaceFirst("/(\\d+)-([\\d-]+)/0$", "/$2-$1/0"))
                    : request;
        }
    },

    TAKES_A_MAILBOX_FOR_AN_ANSWER {
        @Override
        boolean believesEveryAccept() {
            return true;
        }
    },

    IGNORES_HOLIDAYS {
        @Override
        Files rules(Files files) {
            ClinicHours hours = files.hours();
            return new Files(
                    files.plan(), new ClinicHours(hours.zone(), hours.open(), List.of()), files.coordinators());
        }
    },

    IGNORES_PRESENCE {
        @Override
        Staffing staffing(Staffing staffing) {
            return staffing.with(Map.of());
        }
    },

    TAKES_ANY_KEY {
        @Override
        SignedTwilioRequest sent(SignedTwilioRequest request) {
            return request.target().startsWith(DialScript.KEY)
                    ? request.without("Digits").with("Digits", "1")
                    : request;
        }
    },

    MISTAKES_THE_CRISIS_KEY {
        @Override
        SignedTwilioRequest sent(SignedTwilioRequest request) {
            return request.target().startsWith(KeyMenu.KEYS)
                            && request.parameters().contains(Map.entry("Digits", "9"))
                    ? request.without("Digits").with("Digits", "5")
                    : request;
        }
    },

    RINGS_LONGER_THAN_IT_SAYS {
        @Override
        Duration bound(Duration bound, CallPlan plan) {
            return bound.dividedBy(4);
        }
    };

    Files rules(Files files) {
        return files;
    }

    Staffing staffing(Staffing staffing) {
        return staffing;
    }

    SignedTwilioRequest sent(SignedTwilioRequest request) {
        return request;
    }

    boolean believesEveryAccept() {
        return false;
    }

    Duration bound(Duration bound, CallPlan plan) {
        return bound;
    }
}
