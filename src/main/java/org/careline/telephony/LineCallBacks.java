package org.careline.telephony;

import java.time.Duration;
import java.util.Optional;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.PhoneNumber;
import org.careline.speech.Spoken;
import org.careline.waiting.Ended.How;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineExits;
import org.careline.waiting.LineHealth;
import org.careline.waiting.LineTalks;
import org.careline.waiting.Party;
import org.careline.waiting.StoredLine;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks in the line to be called back stays in it: when their turn comes, a coordinator's phone rings, and then theirs.
 * If the store does not take that, the lead owes the call all the same, to a person's hand.
 */
final class LineCallBacks {

    private final LineDesk desk;
    private final LineExits exits;
    private final LineHealth health;
    private final LineTalks talks;

    LineCallBacks(LineDesk desk, LineExits exits, LineHealth health, LineTalks talks) {
        this.desk = desk;
        this.exits = exits;
        this.health = health;
        this.talks = talks;
    }

    /** How long it takes until it is the caller's turn, by the last place that they heard of; zero if that is not known. */
    Duration turn(Parameters call) {
        return WaitingId.read(call.text("CallSid"))
                .filter(id -> exits.of(id).isPresent() && health.stored())
                .flatMap(id -> StoredLine.asking(() -> desk.line().find(id), Optional.<WaitingCall>empty()))
                .map(waiting -> waiting.waiting().told())
                .filter(number -> number > 0)
                .flatMap(talks::estimate)
                .orElse(Duration.ZERO);
    }

    /** @param entered another number than the caller's; null for theirs */
    void promised(Parameters call, Spoken spoken, @Nullable PhoneNumber entered) {
        WaitingId.read(call.text("CallSid"))
                .filter(id -> exits.of(id).filter(How.FOR_A_CALL_BACK::equals).isPresent() || left(id))
                .ifPresent(id -> promise(id, call, spoken, entered));
    }

    private void promise(WaitingId id, Parameters call, Spoken spoken, @Nullable PhoneNumber entered) {
        PhoneNumber own = CallerIdentity.of(call.text("From")) instanceof Known caller ? caller.number() : null;
        String language = spoken.choice().map(tongue -> tongue.tag).orElse(null);
        Party whose = new Party(call.text("To"), own, spoken.text(), language, false);
        StoredLine.telling(() -> desk.promise(id, whose, entered));
    }

    private boolean left(WaitingId id) {
        return health.stored()
                && StoredLine.asking(() -> desk.line().find(id), Optional.<WaitingCall>empty())
                        .map(WaitingCall::ended)
                        .filter(ended -> ended.how() == How.FOR_A_CALL_BACK)
                        .isPresent();
    }
}
