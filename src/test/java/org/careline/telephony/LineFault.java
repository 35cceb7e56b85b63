package org.careline.telephony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.careline.speech.QueueScript;
import org.careline.support.SignedTwilioRequest;
import org.careline.waiting.LineRules;
import org.careline.waiting.MemoryLine;
import org.careline.waiting.WaitingCall;

/** A fault in the waiting line, to see whether it is found. */
enum LineFault {
    NONE,

    SERVES_THE_YOUNGEST_FIRST {
        @Override
        void in(MemoryLine line) {
            line.order = all -> {
                List<WaitingCall> turned = new ArrayList<>(all);
                Collections.reverse(turned);
                return turned;
            };
        }
    },

    WAITS_FOR_EVER {
        @Override
        LineRules rules(LineRules rules) {
            return new LineRules(
                    Duration.ofHours(20),
                    rules.lease(),
                    Duration.ofHours(20),
                    rules.longestBridge(),
                    rules.longestTalk(),
                    rules.resume(),
                    rules.callBackWithin(),
                    rules.hangUpWithin(),
                    rules.wrapUp(),
                    rules.mostRung());
        }
    },

    NEVER_LETS_GO {
        @Override
        LineRules rules(LineRules rules) {
            return new LineRules(
                    rules.longestWait(),
                    Duration.ofDays(365),
                    Duration.ofDays(365),
                    Duration.ofDays(365),
                    Duration.ofDays(365),
                    rules.resume(),
                    rules.callBackWithin(),
                    rules.hangUpWithin(),
                    rules.wrapUp(),
                    rules.mostRung());
        }
    },

    MISTAKES_THE_CRISIS_KEY {
        @Override
        SignedTwilioRequest sent(SignedTwilioRequest request) {
            return request.target().startsWith(QueueScript.KEYS)
                            && request.parameters().contains(Map.entry("Digits", "9"))
                    ? request.without("Digits").with("Digits", "5")
                    : request;
        }
    },

    TAKES_ANY_KEY {
        @Override
        SignedTwilioRequest sent(SignedTwilioRequest request) {
            return request.target().startsWith(QueueScript.KEY)
                    ? request.without("Digits").with("Digits", "1")
                    : request;
        }
    };

    void in(MemoryLine line) {}

    LineRules rules(LineRules rules) {
        return rules;
    }

    SignedTwilioRequest sent(SignedTwilioRequest request) {
        return request;
    }
}
