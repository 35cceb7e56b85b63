package org.careline.telephony;

import java.util.Optional;
import org.careline.routing.RingPlan;
import org.careline.speech.LineScript;
import org.careline.speech.Reply;
import org.careline.speech.RingPlace;
import org.careline.speech.Spoken;
import org.careline.waiting.LineHealth;
import org.careline.waiting.WaitingId;

/** Lets callers into the waiting line, if it can be used and somebody could be rung for them. */
final class LineEntrance {

    /** Stands where a plan has nobody to dial. */
    private static final String NOBODY = "-";

    private final LineScript script;
    private final LineHealth health;
    private final boolean open;
    private final boolean recording;

    /**
     * @param open whether the clinic lets callers wait at all
     * @param recording whether talks are recorded with whoever has heard the greeting to its end
     */
    LineEntrance(LineScript script, LineHealth health, boolean open, boolean recording) {
        this.script = script;
        this.health = health;
        this.open = open;
        this.recording = recording;
    }

    /** Greets a caller and lets them wait; empty if they cannot. */
    Optional<Reply> greeting(RingPlan plan, String dialled, Spoken spoken, String call) {
        return queue(plan, call).map(id -> script.greeting(dialled, spoken, place(plan, recording), id.call()));
    }

    /** Lets a caller wait who does not want to be recorded; empty if they cannot. */
    Optional<Reply> declined(RingPlan plan, String dialled, Spoken spoken, String call) {
        return queue(plan, call).map(id -> script.declined(dialled, spoken, place(plan, false), id.call()));
    }

    /** Lets a caller wait who was greeted; empty if they cannot. */
    Optional<Reply> greeted(RingPlan plan, String dialled, Spoken spoken, String call) {
        return queue(plan, call).map(id -> script.queue(dialled, spoken, place(plan, false), id.call()));
    }

    private Optional<WaitingId> queue(RingPlan plan, String call) {
        boolean somebody = !plan.rings().isEmpty() || !plan.later().isEmpty();
        return open && somebody && health.usable() ? WaitingId.read(call) : Optional.empty();
    }

    private static String place(RingPlan plan, boolean recorded) {
        return RingPlace.first(plan)
                .map(place -> place.recorded(recorded).text())
                .orElse(NOBODY);
    }
}
