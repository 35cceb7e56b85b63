package org.careline.processes;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor got.
 *
 * @param status 0 if the connection broke
 * @param receipt null if there was none, as after a call
 * @param nanos how long it took
 */
record Answer(Contact contact, int status, @Nullable String receipt, long nanos) {

    /** Whether the contact is the clinic's now: what follows is promised. */
    boolean acknowledged() {
        return switch (contact.way()) {
            case CALL -> status == 200;
            case HANG_UP -> status == 204;
            case FORM -> status == 303;
            case API -> status == 202;
        };
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
