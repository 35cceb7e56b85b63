package org.careline.telephony;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;

/** What people must be told of, until they are. That is done in the background: a caller waits for an answer meanwhile. */
final class PendingAlarms extends BackgroundJob {

    /** Only what could not be told yet needs another round. */
    private static final Pace PACE =
            Pace.between(Duration.ofSeconds(2), Duration.ofHours(1)).atOnce();

    private final Set<Alarm> untold = ConcurrentHashMap.newKeySet();
    private final Alarms alarms;

    private record Alarm(Kind kind, String about) {}

    PendingAlarms(Alarms alarms) {
        super("alarms", PACE);
        this.alarms = alarms;
    }

    /** @param about an id without contact data */
    void add(Kind kind, String about) {
        untold.add(new Alarm(kind, about));
        nudge();
    }

    /** Raises an alarm for each; what the store could not take is told the next time. */
    @Override
    protected Next work() {
        untold.removeIf(alarm -> {
            alarms.raise(alarm.kind(), alarm.about());
            return true;
        });
        return Next.IDLE;
    }
}
