package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.careline.lead.Waited;
import org.careline.speech.Reply;
import org.careline.speech.RingScript;
import org.careline.speech.Spoken;
import org.careline.waiting.Ended;
import org.careline.waiting.Ended.How;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineExits;
import org.careline.waiting.StoredLine;
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
    private final Clock clock;

    OutOfTheLine(LineDesk desk, LineExits exits, AfterTheLine after, CrisisExit crisis, Clock clock) {
        this.desk = desk;
        this.exits = exits;
        this.after = after;
        this.crisis = crisis;
        this.clock = clock;
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
            case "bridged", "bridging-in-process" ->
                id.map(one -> talked(one, waited(call))).orElse(RingScript.HANG_UP);
            case "hangup" -> id.map(one -> hungUp(one, waited(call))).orElse(RingScript.HANG_UP);
            case "leave" ->
                id.map(one -> leaves(one, spoken, place, call)).orElseGet(() -> after.message(call, spoken));
            default -> after.dial(call, spoken, place);
        };
    }

    private Reply talked(WaitingId id, Duration waited) {
        Optional<WaitingCall> over = StoredLine.asking(() -> desk.talkIsOver(id), Optional.empty());
        left(id, Waited.How.TALKED, waited, over);
        over.ifPresent(after::talked);
        return RingScript.HANG_UP;
    }

    private Reply hungUp(WaitingId id, Duration waited) {
        Optional<WaitingCall> known = known(id);
        StoredLine.telling(() -> desk.leaves(id, How.ABANDONED));
        left(id, Waited.How.ABANDONED, waited, known);
        return RingScript.HANG_UP;
    }

    private void left(WaitingId id, Waited.How how, Duration waited, Optional<WaitingCall> known) {
        after.story().left(id.source(), how, clock.instant(), waited, known.orElse(null));
    }

    private Reply leaves(WaitingId id, Spoken before, String place, Parameters call) {
        Optional<WaitingCall> known = known(id);
        Spoken spoken = known.flatMap(one -> Spoken.read(one.party().spoken())).orElse(before);
        Optional<How> why = exits.of(id).or(() -> known.map(WaitingCall::ended).map(Ended::how));
        if (why.isPresent() && why.get() == How.FOR_A_CALL_BACK) {
            left(id, Waited.How.FOR_A_CALL_BACK, waited(call), known);
            return after.callBack(call, spoken);
        }
        if (why.isPresent() && why.get() == How.FOR_THE_CRISIS_LINE) {
            left(id, Waited.How.FOR_THE_CRISIS_LINE, waited(call), known);
            return crisis.begin(call, spoken);
        }
        StoredLine.telling(() -> desk.leaves(id, How.FOR_A_MESSAGE));
        if (unrung(call, known)) {
            return after.dial(call, spoken, place);
        }
        left(id, Waited.How.FOR_A_MESSAGE, waited(call), known);
        return after.message(call, spoken);
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
