package org.careline.telephony;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.lead.SourceId;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.careline.staff.CoordinatorId;
import org.careline.store.Rounds;
import org.springframework.stereotype.Component;

/** What people must be told of, until they are. That is done in the background: a caller waits for an answer meanwhile. */
@Component
final class PendingAlarms extends Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Set<Alarm> untold = ConcurrentHashMap.newKeySet();
    private final Alarms alarms;

    private record Alarm(Kind kind, String about) {}

    PendingAlarms(Alarms alarms) {
        super("alarms", PAUSE);
        this.alarms = alarms;
    }

    /** The network does not reach this one's phone. */
    void unreachable(CoordinatorId coordinator) {
        untold.add(new Alarm(Kind.PHONE_UNREACHABLE, coordinator.value()));
    }

    /** Somebody may be in danger who calls. */
    void danger(SourceId call) {
        untold.add(new Alarm(Kind.SAFETY_CONCERN, call.value()));
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
