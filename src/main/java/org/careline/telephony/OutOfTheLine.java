package org.careline.telephony;

import java.time.Duration;
import java.util.Optional;
import org.careline.waiting.Ended;
import org.careline.waiting.Ended.How;
import org.careline.waiting.LineDesk;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;

/** Where callers go who are out of their queue: what they wished there, a message, or the end after a talk. */
final class OutOfTheLine {

    /** Who leaves a queue within this has not waited: nobody was rung for them. */
    static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final LineDesk desk;
    private final LineExits exits;
    private final AfterTheLine after;
    private final CrisisExit crisis;

    OutOfTheLine(LineDesk desk, LineExits exits, AfterTheLine after, CrisisExit crisis) {
        this.desk = desk;
        this.exits = exits;
        this.after = after;
        this.crisis = crisis;
    }

    /**
     * A caller is out of their queue.
     *
     * @param path the language and the place in the plan, as they were when the caller began to wait
     */
    Reply left(String path, Parameters call) {
        Optional<Way> way = Way.read(path);
        Spoken spoken = way.map(Way::spoken).orElseGet(() -> after.spoken(call));
        String place = way.map(Way::place).orElse("");
        Optional<WaitingId> id = WaitingId.read(call.text("CallSid"));
        return switch (call.text("QueueResult")) {
            case "bridged", "bridging-in-process" -> id.map(this::talked).orElse(RingScript.HANG_UP);
            case "hangup" -> id.map(this::hungUp).orElse(RingScript.HANG_UP);
            case "leave" ->
                id.map(one -> leaves(one, spoken, place, call)).orElseGet(() -> after.message(call, spoken));
            default -> after.dial(call, spoken, place);
        };
    }

    private Reply talked(WaitingId id) {
        StoredLine.telling(() -> desk.talkIsOver(id).ifPresent(after::talked));
        return RingScript.HANG_UP;
    }

    private Reply hungUp(WaitingId id) {
        StoredLine.telling(() -> desk.leaves(id, How.ABANDONED));
        return RingScript.HANG_UP;
    }

    private Reply leaves(WaitingId id, Spoken before, String place, Parameters call) {
        Optional<WaitingCall> known = known(id);
        Spoken spoken = known.flatMap(one -> Spoken.read(one.party().spoken())).orElse(before);
        Optional<How> why = exits.of(id).or(() -> known.map(WaitingCall::ended).map(Ended::how));
        if (why.isPresent() && why.get() == How.FOR_A_CALL_BACK) {
            return after.callBack(call, spoken);
        }
        if (why.isPresent() && why.get() == How.FOR_THE_CRISIS_LINE) {
            return crisis.begin(call, spoken);
        }
        StoredLine.telling(() -> desk.leaves(id, How.FOR_A_MESSAGE));
        return unrung(call, known) ? after.dial(call, spoken, place) : after.message(call, spoken);
    }

    /** Whether nobody's phone was rung: then each is dialled in its turn. */
    private static boolean unrung(Parameters call, Optional<WaitingCall> known) {
        boolean placed = known.map(one -> one.rings().stream().anyMatch(ring -> ring.wasPlaced()))
                .orElse(false);
        return !placed && (known.isPresent() || waited(call).compareTo(AT_ONCE) < 0);
    }

    private Optional<WaitingCall> known(WaitingId id) {
        return StoredLine.asking(() -> desk.line().find(id), Optional.empty());
    }

    /** How long they were in the queue, as the carrier says. */
    static Duration waited(Parameters call) {
        String seconds = call.text("QueueTime");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
