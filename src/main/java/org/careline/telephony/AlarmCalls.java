package org.careline.telephony;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.careline.routing.RingPlanner;
import org.careline.speech.AlarmPlace;
import org.careline.speech.AlarmScript;
import org.careline.speech.Reply;
import org.careline.speech.RingScript;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.WakingDesk;
import org.careline.staff.WakingDesk.Taken;
import org.careline.store.StoreUnavailable;

/**
 * The calls that wake people for somebody's safety. Only a 1 takes it; a wrong key, silence and a mailbox do not, and then the
 * next one is woken later. A callback that comes late or twice changes nothing.
 */
final class AlarmCalls {

    private static final String TAKES = "1";

    /** Whoever is on the phone is answered within the second. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final RingPlanner planner;
    private final AlarmScript script;
    private final WakingDesk desk;
    private final LegWorkers workers;
    private final Consumer<CoordinatorId> unreachable;

    /** @param unreachable is told of a phone that the network does not reach; does not block */
    AlarmCalls(
            RingPlanner planner,
            AlarmScript script,
            WakingDesk desk,
            LegWorkers workers,
            Consumer<CoordinatorId> unreachable) {
        this.planner = planner;
        this.script = script;
        this.desk = desk;
        this.workers = workers;
        this.unreachable = unreachable;
    }

    /** Somebody or something picked up. */
    Reply answered(String path, Parameters call) {
        return AlarmPlace.read(path)
                .filter(place -> woken(place).isPresent())
                .map(script::asked)
                .orElse(RingScript.HANG_UP);
    }

    /** A key, or none. */
    Reply key(String path, Parameters call) {
        if (!call.text("Digits").equals(TAKES)) {
            return RingScript.HANG_UP;
        }
        return AlarmPlace.read(path)
                .flatMap(place -> woken(place).map(by -> taken(place.about(), by)))
                .orElse(RingScript.HANG_UP);
    }

    /** With the store silent they are not kept waiting; what they pressed is kept as soon as it can be. */
    private Reply taken(String about, CoordinatorId by) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        workers.now(() -> answer.complete(take(about, by)));
        return answer.completeOnTimeout(AlarmScript.UNSURE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Reply take(String about, CoordinatorId by) {
        try {
            return desk.take(about, by) == Taken.THEIRS ? AlarmScript.THEIRS : AlarmScript.NOT_NEEDED;
        } catch (StoreUnavailable away) {
            return AlarmScript.UNSURE;
        }
    }

    /** How the call goes on. Only that a phone cannot be reached is of interest: the next one is woken by the clock. */
    Reply status(String path, Parameters call) {
        if (call.text("CallStatus").equals("failed")) {
            AlarmPlace.read(path).flatMap(this::woken).ifPresent(unreachable);
        }
        return Reply.TAKEN;
    }

    private Optional<CoordinatorId> woken(AlarmPlace place) {
        return planner.coordinator(place.version(), place.position()).map(Coordinator::key);
    }
}
