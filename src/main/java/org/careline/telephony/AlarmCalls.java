package org.careline.telephony;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.speech.AlarmPlace;
import org.careline.speech.AlarmScript;
import org.careline.speech.DialScript;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.WakingDesk;
import org.careline.staff.WakingDesk.Taken;
import org.careline.store.StoreUnavailable;
import org.springframework.stereotype.Component;

/**
 * The calls that wake people for somebody's safety. Only a 1 takes it; a wrong key, silence and a mailbox do not, and then the
 * next one is woken later. A callback that comes late or twice changes nothing.
 */
@Component
final class AlarmCalls {

    private static final String TAKES = "1";

    /** Whoever is on the phone is answered within the second. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final RingPlanner planner;
    private final AlarmScript script;
    private final WakingDesk desk;
    private final LegWorkers workers;
    private final PendingAlarms alarms;

    AlarmCalls(RingPlanner planner, CallPlan rules, WakingDesk desk, LegWorkers workers, PendingAlarms alarms) {
        this.planner = planner;
        this.script = new AlarmScript(rules);
        this.desk = desk;
        this.workers = workers;
        this.alarms = alarms;
    }

    /** Somebody or something picked up. */
    WebhookReply answered(Optional<AlarmPlace> at, WebhookForm call) {
        return at.filter(place -> woken(place).isPresent()).map(script::asked).orElse(DialScript.HANG_UP);
    }

    /** A key, or none. */
    WebhookReply key(Optional<AlarmPlace> at, WebhookForm call) {
        if (!call.text("Digits").equals(TAKES)) {
            return DialScript.HANG_UP;
        }
        return at.flatMap(place -> woken(place).map(by -> taken(place.about(), by)))
                .orElse(DialScript.HANG_UP);
    }

    /** With the store silent they are not kept waiting; what they pressed is kept as soon as it can be. */
    private WebhookReply taken(String about, CoordinatorId by) {
        CompletableFuture<WebhookReply> answer = new CompletableFuture<>();
        workers.now(() -> answer.complete(take(about, by)));
        return answer.completeOnTimeout(AlarmScript.UNSURE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private WebhookReply take(String about, CoordinatorId by) {
        try {
            return desk.take(about, by) == Taken.THEIRS ? AlarmScript.THEIRS : AlarmScript.NOT_NEEDED;
        } catch (StoreUnavailable away) {
            return AlarmScript.UNSURE;
        }
    }

    /** How the call goes on. Only that a phone cannot be reached is of interest: the next one is woken by the clock. */
    WebhookReply status(Optional<AlarmPlace> at, WebhookForm call) {
        if (call.text("CallStatus").equals("failed")) {
            at.flatMap(this::woken).ifPresent(alarms::unreachable);
        }
        return WebhookReply.TAKEN;
    }

    private Optional<CoordinatorId> woken(AlarmPlace place) {
        return planner.coordinator(place.version(), place.position()).map(Coordinator::key);
    }
}
