package org.careline.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.careline.consent.CallPromise;
import org.careline.consent.CallPromise.Why;
import org.careline.consent.ContactWindow;
import org.careline.consent.ContactWindows;
import org.careline.lead.Channel;

/**
 * The one place that knows when somebody who asks will hear from the clinic: by its opening hours, by the hours in which
 * they may be called, by what they wished. The queue's due times, the receipt page and the words on the telephone are all
 * taken from it. Pure; safe for any number of threads.
 */
public final class CallPromises {

    private final Cadences cadences;
    private final ContactWindows windows;

    CallPromises(Cadences cadences, ContactWindows windows) {
        this.cadences = cadences;
        this.windows = windows;
    }

    /**
     * What can be told to somebody who asks in writing.
     *
     * @param usual within what time people hear from the clinic while they can be called, as a rule
     */
    public CallPromise written(Asked asked, Duration usual) {
        CallPromise planned = planned(asked);
        if (planned.why() != Why.NOW) {
            return planned;
        }
        ContactWindow window = windows.of(asked.zones());
        Instant closes = window.until(planned.from());
        return planned.usually(usual, closes, window.next(closes).at());
    }

    /**
     * What can be told to a caller who asks to be called back. Their own wish to be called now is kept whatever the hours
     * where they are, as long as the clinic is open; else they are called when both hours allow it.
     *
     * @param zones where the number may be that is to be called; empty if unknown
     * @param atLeast how long it takes until it is their turn, as far as that is known
     */
    public CallPromise callBack(Instant askedAt, Set<ZoneId> zones, Duration atLeast) {
        CallPromise planned = planned(Asked.at(Channel.CALL, askedAt, zones));
        Duration after = cadences.firstStep(Channel.CALL);
        Instant soon = askedAt.plus(after.compareTo(atLeast) < 0 ? atLeast : after);
        boolean open = windows.clinicOpen(askedAt) && windows.clinicOpen(soon);
        return open ? new CallPromise(Why.NOW, askedAt, soon, null, soon, planned.clock()) : planned;
    }

    private CallPromise planned(Asked asked) {
        FirstTime first = cadences.firstTime(asked);
        Instant due = first.timing().dueAt();
        return new CallPromise(first.why(), first.from(), due, null, due, windows.clock(asked.zones()));
    }
}
