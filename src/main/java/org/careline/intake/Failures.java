package org.careline.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.careline.inbox.DangerNotice;
import org.careline.inbox.InquiryCounters;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStore;
import org.careline.inbox.StoredInquiry;
import org.careline.staff.Alarms;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;

/**
 * Our own failures. A store that is away is waited for; a batch that fails is done one by one; an inquiry that fails again
 * and again is parked, with the cause and without the data, until a person replays it. Nothing is dropped; of danger
 * people are told at the first failure.
 */
@Component
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** The pauses between attempts; after the last one the inquiry is parked. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final InquiryStore inquiries;
    private final Clock clock;
    private final InquiryCounters counters;
    private final DangerNotice danger;
    private final Alarms alarms;

    Failures(InquiryStore inquiries, Clock clock, InquiryCounters counters, DangerNotice danger, Alarms alarms) {
        this.inquiries = inquiries;
        this.clock = clock;
        this.counters = counters;
        this.danger = danger;
        this.alarms = alarms;
    }

    /**
     * Deals with what stopped a batch.
     *
     * @return the inquiries that are to be tried alone now; empty if none are
     */
    List<StoredInquiry> setAside(MessagingException failure) {
        Throwable cause = root(failure);
        List<StoredInquiry> taken = taken(failure);
        if (storeIsAway(failure)) {
            LOG.info("The flow waits for the store");
        } else if (taken.isEmpty()) {
            LOG.error(
                    "The flow could not look for its next batch: {}{}",
                    cause.getClass().getName(),
                    place(cause));
        } else if (taken.size() > 1) {
            LOG.warn(
                    "A batch of {} failed and is done one by one: {}",
                    taken.size(),
                    cause.getClass().getName());
            return taken;
        } else {
            again(taken.get(0), cause);
        }
        return List.of();
    }

    /** Empty if what failed was to look for a batch. */
    private static List<StoredInquiry> taken(MessagingException failure) {
        return Optional.ofNullable(failure.getFailedMessage())
                .map(Message::getPayload)
                .filter(Batch.class::isInstance)
                .map(batch -> ((Batch<?>) batch).taken())
                .orElse(List.of());
    }

    private void again(StoredInquiry stored, Throwable cause) {
        String what = cause.getClass().getName() + place(cause);
        boolean park = stored.attempts() >= PAUSES.size();
        LOG.error("Inquiry {} failed, attempt {}: {}", stored.receipt(), stored.attempts() + 1, what);
        boolean heard = danger.tells(stored);
        if (heard) {
            alarms.raise(Alarms.Kind.SAFETY_CONCERN, stored.receipt());
        }
        StoredInquiry next =
                park ? stored.parked(what) : stored.failed(what, clock.instant().plus(PAUSES.get(stored.attempts())));
        next = heard ? next.inDanger() : next;
        boolean held = !inquiries.write(List.of(next)).isEmpty();
        if (park && held) {
            counters.count(stored.id().channel(), InquiryState.PARKED);
        }
    }

    /** Where it happened; a message could carry contact data, a line number cannot. */
    private static String place(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private static boolean storeIsAway(Throwable failure) {
        for (Throwable here = failure; here != null; here = here.getCause()) {
            if (here instanceof StoreUnavailable) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable failure) {
        Throwable here = failure;
        while (here.getCause() != null) {
            here = here.getCause();
        }
        return here;
    }
}
