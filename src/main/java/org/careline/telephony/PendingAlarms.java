package org.careline.telephony;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.careline.store.Rounds;

/** What people must be told of, until they are. That is done in the background: a caller waits for an answer meanwhile. */
final class PendingAlarms extends Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Set<Alarm> untold = ConcurrentHashMap.newKeySet();
    private final Alarms alarms;

    private record Alarm(Kind kind, String about) {}

    PendingAlarms(Alarms alarms) {
        super("alarms", PAUSE);
        this.alarms = alarms;
    }

    /** @param about an id without contact data */
    void add(Kind kind, String about) {
        untold.add(new Alarm(kind, about));
    }

    /** Raises an alarm for each; what the store could not take is told the next time. */
    @Override
    protected void work() {
        untold.removeIf(alarm -> {
            alarms.raise(alarm.kind(), alarm.about());
            return true;
        });
    }
}
