package org.careline.webform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was sent to this node lately: the receipt page never asks the store, and neither an address nor a cookie may say who
 * somebody is or when they are called. So the sender's own number can be read back for some minutes, and what they were told
 * stays the same for a day. Another node, or this one after a restart, shows the page without. Safe for any number of
 * threads.
 */
@Component
class JustSent {

    private static final Duration NUMBER = Duration.ofMinutes(10);
    private static final Duration TIME = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Sent> byReceipt = new LinkedHashMap<>();

    JustSent(Clock clock) {
        this.clock = clock;
    }

    /**
     * A form.
     *
     * @param phone the number at which they are called; null if they gave none
     * @param notCallable whether they gave one at which nobody can be called, and are reached otherwise
     */
    record Sent(Told told, @Nullable PhoneNumber phone, boolean notCallable) {

        /** Nobody's number reaches a log. */
        @Override
        public String toString() {
            return "Sent";
        }
    }

    /** A form that is sent again changes nothing: what was told first is what is planned. */
    synchronized void remember(String receipt, Sent sent) {
        forget();
        byReceipt.putIfAbsent(receipt, sent);
    }

    synchronized Optional<Told> told(String receipt) {
        return Optional.ofNullable(byReceipt.get(receipt)).map(Sent::told).filter(told -> younger(told, TIME));
    }

    synchronized Optional<PhoneNumber> phone(String receipt) {
        return Optional.ofNullable(byReceipt.get(receipt))
                .filter(sent -> younger(sent.told(), NUMBER))
                .map(Sent::phone);
    }

    synchronized boolean notCallable(String receipt) {
        Sent sent = byReceipt.get(receipt);
        return sent != null && sent.notCallable();
    }

    private boolean younger(Told told, Duration age) {
        return clock.instant().isBefore(told.askedAt().plus(age));
    }

    /** The oldest stand first. */
    private void forget() {
        Instant oldest = clock.instant().minus(TIME);
        var sent = byReceipt.values().iterator();
        while (sent.hasNext()) {
            boolean old = sent.next().told().askedAt().isBefore(oldest);
            if (!old && byReceipt.size() < MOST) {
                return;
            }
            sent.remove();
        }
    }
}
