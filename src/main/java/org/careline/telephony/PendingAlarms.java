package org.careline.telephony;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.lead.SourceId;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.careline.staff.CoordinatorId;
import org.springframework.stereotype.Component;

/** What people must be told of, until they are. That is done in the background: a caller waits for an answer meanwhile. */
@Component
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

    /** The network does not reach this one's phone. */
    void unreachable(CoordinatorId coordinator) {
        add(new Alarm(Kind.PHONE_UNREACHABLE, coordinator.value()));
    }

    /** Somebody may be in danger who calls. */
    void danger(SourceId call) {
        add(new Alarm(Kind.SAFETY_CONCERN, call.value()));
    }

    private void add(Alarm alarm) {
        untold.add(alarm);
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
