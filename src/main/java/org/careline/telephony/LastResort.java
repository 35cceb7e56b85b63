package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.careline.node.EnumCounter;
import org.careline.node.FailurePlace;
import org.careline.routing.Opening;
import org.careline.speech.CallScripts;
import org.careline.speech.DialScript;
import org.careline.speech.QueueScript;
import org.careline.speech.SpokenLanguages;
import org.careline.speech.WebhookReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The answer when nothing else can be answered: a caller hears the crisis sentence and can leave a message, whatever
 * failed. The one place that catches everything. It depends on nothing but bytes made at the start; the call is
 * counted and not stored, and Twilio's own call list brings it back.
 */
@Component
final class LastResort {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final WebhookReply greeting;
    private final WebhookReply farewell;
    private final EnumCounter<Cause> tally;

    /** Why it was needed; the label of the counter. */
    enum Cause {
        EXCEPTION,
        MISSING_FIELD,
        UNREADABLE_BODY,
        /** What would prove that Twilio sent it cannot be read: anybody can raise this one. */
        UNPROVEN,
        UNKNOWN_PATH
    }

    /** Who waits for the answer. */
    enum Listener {
        /** A caller who has not left a message yet. */
        CALLER,
        /** A caller whose message Twilio has: greeted once more, they would have to leave it twice. */
        CALLER_WITH_MESSAGE,
        /** A caller in a queue, whose documents cannot take a message: outside of it they can be asked for one. */
        WAITING,
        /** Two who are being connected: an empty document does it. */
        CONNECTING,
        /** Whoever picked up a coordinator's phone: without a word of ours they would be connected. */
        COORDINATOR,
        /** Twilio itself, which reads only the status of the answer, and repeats a callback that failed. */
        TWILIO,
        /** A caller for none of whom this path can be. */
        NOBODY
    }

    LastResort(CallScripts scripts, MeterRegistry meters) {
        this.greeting = scripts.voice.greeting(Optional.empty(), SpokenLanguages.EVERY, Opening.OPEN);
        this.farewell = scripts.voice.farewell(SpokenLanguages.EVERY);
        this.tally = new EnumCounter<>(
                meters, "careline.last.resort", "Calls answered with the last resort", Cause.values());
    }

    /** Answers, and if that fails in any way, answers all the same. */
    WebhookReply guard(Listener listener, Supplier<WebhookReply> answer) {
        return orNothing(() -> Optional.of(answer.get())).orElseGet(() -> reply(listener, Cause.EXCEPTION));
    }

    /** What this gives, or nothing if it fails in any way: a step without which a caller can be answered. */
    <T> Optional<T> orNothing(Supplier<Optional<T>> step) {
        try {
            return step.get();
        } catch (Throwable anything) {
            LOG.error("A caller is answered all the same: {}", FailurePlace.of(anything));
            tally.count(Cause.EXCEPTION);
            return Optional.empty();
        }
    }

    WebhookReply answer(Listener listener, Cause cause) {
        tally.count(cause);
        return reply(listener, cause);
    }

    private WebhookReply reply(Listener listener, Cause cause) {
        return switch (listener) {
            case CALLER -> greeting;
            case CALLER_WITH_MESSAGE -> farewell;
            case WAITING -> QueueScript.LEAVE;
            case CONNECTING -> DialScript.CONNECT;
            case COORDINATOR -> DialScript.HANG_UP;
            case TWILIO -> cause == Cause.EXCEPTION ? greeting.asFailure() : greeting;
            case NOBODY -> cause == Cause.EXCEPTION ? WebhookReply.FAILED : WebhookReply.FORBIDDEN;
        };
    }
}
